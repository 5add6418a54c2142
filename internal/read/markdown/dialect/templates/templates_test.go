package templates

import "testing"

func TestTranslate(t *testing.T) {
	for _, test := range []struct{ name, in, out string }{
		{"code of Jekyll", "{% highlight html linenos %}\n<b>*x*\n{% endhighlight %}\n", "~~~~~~html\n<b>*x*\n~~~~~~\n"},
		{"code of Hugo in an item", "- a\n\n  {{< highlight go \"linenos=table\" >}}\n  x\n  {{< / highlight >}}\n", "- a\n\n  ~~~~~~go\n  x\n  ~~~~~~\n"},
		{"code without an end", "{% highlight html %}\nText.\n", "\nText.\n"},
		{"a comment", "a\n\n{% comment %}\nb\n{% endcomment %}\nc\n", "a\n\n\n\nc\n"},
		{"an end before the beginning", "{% endcomment %}\n{% comment %}\nText.\n", "\n\nText.\n"},
		{"notices of themes", "{{% notice warning %}}\nText.\n{{% /notice %}}\n", "::: {.callout-warning}\nText.\n:::\n"},
		{"with a title", "{{< callout type=\"info\" title=\"A b\" >}}\nText.\n{{< /callout >}}\n", "::: {.callout-info title=\"A b\"}\nText.\n:::\n"},
		{"folded text", "{{< details \"Why *so*\" >}}\nText.\n{{< /details >}}\n", "::: {.callout-details title=\"Why *so*\"}\nText.\n:::\n"},
		{"a figure", "{{< figure src=\"a b.png\" caption=\"The c\" >}}\n", "![The c](<a b.png>)\n"},
		{"films", "{{< youtube abc >}}\n\nSee {{< video https://a.example/b >}}.\n", "<https://www.youtube.com/watch?v=abc>\n\nSee <https://a.example/b>.\n"},
		{"contents and files", "{{< toc >}}\n{% include a.html caption=\"Words\" %}\n", "\nWords\n"},
		{"destinations", "[a]({{< relref \"b.md#c\" >}}), [d]({% post_url 2020-01-02-e %}), [f]({{ site.baseurl }}/g), [h]({{ \"/i\" | relative_url }})\n",
			"[a](b.md#c), [d](2020-01-02-e), [f](/g), [h](/i)\n"},
		{"raw text", "So {% raw %}{{ x }}{% endraw %}.\n", "So {{ x }}.\n"},
		{"other words between braces", "So {{ x }} and {% x %} and {{< x >}}.\n", "So {{ x }} and {% x %} and {{< x >}}.\n"},
		{"in code", "```\n{% raw %}\n```\n\n    {{< toc >}}\n", "```\n{% raw %}\n```\n\n    {{< toc >}}\n"},
		{"MDX", "import A from '@a/A';\nexport const x = 1;\n\n<A id=\"b\">\n  <B.C value=\"d\" label=\"The e\">\n\nText.\n\n  </B.C>\n</A>\n{/* no */}\n",
			"\n\n\n\n\n**The e**\n\n\nText.\n\n\n\n\n"},
		{"words that begin as a module", "import duties of 1900 rose.\n\nexport of goods.\n<Aside>\n", "import duties of 1900 rose.\n\nexport of goods.\n<Aside>\n"},
	} {
		if got := Translate(test.in); got != test.out {
			t.Errorf("%s: %q, want %q", test.name, got, test.out)
		}
	}
}
