package dialect

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
)

// texts has, by construct, what is written, what it is in GitHub's Markdown and the names of its
// places, each as "name>what the text has there".
var texts = []struct{ name, in, out, places string }{
	{"attributes", "## Tides {#tides .wide key=\"a b\"}\n\nText.\n", "## Tides\n\nText.\n", "tides>## Ti"},
	{"unnumbered", "## References {-}\n", "## References\n", ""},
	{"classes", "# Tides {.unnumbered .unlisted}\n", "# Tides\n", ""},
	{"closing hashes", "## Tides ## {#t}\n", "## Tides ##\n", "t>## Ti"},
	{"before closing hashes", "## Tides {#t} ##\n", "## Tides ##\n", "t>## Ti"},
	{"kramdown", "## Tides {: #t}\n", "## Tides\n", "t>## Ti"},
	{"in a quote", "> - a\n>\n>   ## Tides {#t}\n", "> - a\n>\n>   ## Tides\n", "t>## Ti"},
	{"of a formula", "$$\nx\n$$ {#eq-x}\n", "$$\nx\n$$ {#eq-x}\n", "eq-x>$$\nx\n"},
	{"underlined", "Tides {#t}\n=====\n", "Tides\n=====\n", "t>Tides"},
	{"a set is no attribute", "## The set {a, b}\n", "## The set {a, b}\n", ""},
	{"nor is a brace in prose", "The text {#t}\n", "The text {#t}\n", ""},
	{"a fenced div", "::: {#refs .references}\n::: {#ref-oke .csl-entry}\nOke, B.\n:::\n\n::: {#ref-wren .csl-entry}\nWren, A.\n:::\n:::\n", "\n\nOke, B.\n\n\n\nWren, A.\n\n\n", "refs>Oke,  ref-oke>Oke,  ref-wren>Wren,"},
	{"an empty list", "Text.\n\n::: {#refs}\n:::\n", "Text.\n\n<div id=\"refs\"></div>\n\n", ""},
	{"a callout of Quarto", "::: {.callout-note title=\"A b\"}\nText.\n\nMore.\n:::\n", "> [!NOTE] A b\n> Text.\n> \n> More.\n\n", ""},
	{"its heading is its title", "::: {.callout-tip}\n## A b\n\nText.\n:::\n", "> [!TIP] A b\n> \n> \n> Text.\n\n", ""},
	{"a theorem", "::: {#thm-line}\n## Line\nText.\n:::\n", "> [!THEOREM] Line\n> \n> Text.\n\n", "thm-line>> [!T"},
	{"a directive of MyST", ":::{note} A title\n:class: dropdown\nText.\n:::\n", "> [!NOTE] A title\n> \n> Text.\n\n", ""},
	{"in backticks", "````{warning}\n```{note}\nIn.\n```\nOut.\n````\n", "> [!WARNING]\n> \n> > [!NOTE]\n> > In.\n> \n> Out.\n\n", ""},
	{"an admonition with its title", "```{admonition} The title\nText.\n```\n", "> [!NOTE] The title\n> Text.\n\n", ""},
	{"Docusaurus", "::::info[The *title*]\n\n:::danger Stop\n\nIn.\n\n:::\n\n::::\n", "> [!INFO] The *title*\n> \n> > [!DANGER] Stop\n> > \n> > In.\n> > \n> \n> \n\n", ""},
	{"a class", "::: warning\nText.\n:::\n", "> [!WARNING]\n> Text.\n\n", ""},
	{"an unknown class", "::: {.column width=\"50%\"}\nText.\n:::\n", "\nText.\n\n", ""},
	{"MkDocs", "!!! tip \"In *it*\"\n    Text.\n\n    - a\n\nOut.\n", "> [!TIP] In *it*\n> Text.\n>\n> - a\n\nOut.\n", ""},
	{"two of them", "!!! note\n    One.\n!!! note \"\"\n    Two.\nOut.\n", "> [!NOTE]\n> One.\n\n\n> [!NOTE]\n> Two.\n\nOut.\n", ""},
	{"one in an item", "- a\n\n    !!! note\n        Text.\n", "- a\n\n  > [!NOTE]\n  > Text.\n", ""},
	{"a folded one of Obsidian", "> [!faq]- Why *so*?\n> Text.\n", "> [!faq] Why *so*?\n> Text.\n", ""},
	{"folded, of another kind", "???+ custom-kind\n    Text.\n", "> [!NOTE] custom-kind\n> Text.\n", ""},
	{"tabs", "=== \"C\"\n\n    One.\n", "**C**\n\n\nOne.\n", ""},
	{"a div in a quote", "> ::: note\n> Text.\n> :::\n", "> > [!NOTE]\n> > Text.\n> \n", ""},
	{"a div in an item", "- a\n\n  ::: note\n  b\n\n  c\n  :::\n- d\n", "- a\n\n  > [!NOTE]\n  > b\n  > \n  > c\n  \n- d\n", ""},
	{"a box with a blank line in an item", "- a\n\n    !!! note\n        b\n\n        c\n", "- a\n\n  > [!NOTE]\n  > b\n  >\n  > c\n", ""},
	{"a div with a blank line in an item of a quote", "> - a\n>\n>   ::: note\n>   b\n>\n>   c\n>   :::\n", "> - a\n>\n>   > [!NOTE]\n>   > b\n>   > \n>   > c\n>   \n", ""},
	{"a box with a blank line in a quote", "> !!! note\n>     b\n>\n>     c\n", "> > [!NOTE]\n> > b\n>>\n> > c\n", ""},
	{"a box in an item of a box", "!!! note\n    - a\n\n        !!! tip\n            b\n\nc\n", "> [!NOTE]\n> - a\n>\n>   > [!TIP]\n>   > b\n\nc\n", ""},
	{"a div that does not end", "::: note\nText.\n", "::: note\nText.\n", ""},
	{"no div in code", "```\n::: note\nText.\n:::\n```\n", "```\n::: note\nText.\n:::\n```\n", ""},
	{"nor words behind colons", "::: some words of mine\nText.\n:::\n", "::: some words of mine\nText.\n:::\n", ""},
	{"code in a directive", "```{note}\n~~~\n::: note\n~~~\n```\n", "> [!NOTE]\n> ~~~\n> ::: note\n> ~~~\n\n", ""},
	{"code for all of it", "```{code-block} python\n:::\n```\n", "```python\n:::\n```\n", ""},
	{"code with attributes", "```{.python #id startFrom=1}\nx\n```\n", "```python\nx\n```\n", "id>pytho"},
	{"a chunk of R", "```{r plot, echo=FALSE, fig.cap=\"Two *lines*\"}\nx\n```\n", "```r\nx\n```\n\nTwo *lines*\n", "plot>r\nx\n` fig:plot>r\nx\n`"},
	{"a chunk of Quarto", "```{python}\n#| label: fig-a\n#| fig-cap: \"A b\"\n#| echo: false\nx #| y\n#| no\n```\n", "```python\nx #| y\n#| no\n```\n\nA b\n", "fig-a>x #| "},
	{"a language and attributes", "``` python {.numberLines #id}\nx\n```\n", "```python\nx\n```\n", "id>pytho"},
	{"no attributes", "```js {1,3-5} title=\"x\"\nx\n```\n", "```js {1,3-5} title=\"x\"\nx\n```\n", ""},
	{"raw code", "```{=html}\nx\n```\n", "```\nx\n```\n", ""},
	{"a figure of MyST", "> ```{figure} a b.png\n> :name: fig-a\n> :alt:\n>\n> The caption\n> of it.\n>\n> The legend.\n> ```\n", "> ![The caption of it.](<a b.png>)\n> \n> The legend.\n", "fig-a>![The"},
	{"between colons", ":::{image} a.png\n:alt: Words\n:::\n", "![Words](a.png)\n", ""},
	{"a formula of MyST", "```{math}\n:label: eq-a\na*b\n\nc\n```\n", "$$\na*b\nc\n$$\n", "eq-a>$$\na*"},
	{"code of MyST", "```{code-block} python\n---\nname: x\ncaption: A b\n---\nx\n```\n", "A b\n\n```python\nx\n```\n", "x>A b\n\n"},
	{"a table of lists", "```{list-table} Two\n:header-rows: 1\n\n* - a\n  - b|c\n* - d\n\n    e\n  - f\n```\n", "Two\n\n| a | b\\|c |\n| --- | --- |\n| d<br>e | f |\n", ""},
	{"a table of values", "```{csv-table}\n:header: a, b\n1, \"2, 3\"\n```\n", "| a | b |\n| --- | --- |\n| 1 | 2, 3 |\n", ""},
	{"a head in quotation marks", "```{csv-table}\n:header: \"A\", \"B, C\"\n1, 2\n```\n", "| A | B, C |\n| --- | --- |\n| 1 | 2 |\n", ""},
	{"labels of LaTeX", "![A b.\\label{fig:a}](a.png)\n\nAs\n\\begin{equation}\\label{eq:b}\nx\n\\end{equation}\nin \\autoref{fig:a}, \\ref{fig:a}, \\eqref{eq:b}, \\cref{eq:b}, \\ref{eq:none}.\n", "![A b.](a.png)\n\nAs\n\\begin{equation}\\label{eq:b}\nx\n\\end{equation}\nin [Figure 1](#fig:a), [1](#fig:a), [(1)](#eq:b), [Equation 1](#eq:b), \\ref{eq:none}.\n", "fig:a>![A b eq:b>\\begi"},
	{"the place of the list", "```{bibliography}\n:filter: x\n```\n", "<div id=\"refs\"></div>\n", ""},
	{"an unknown directive", "```{toctree}\na\n```\n", "```{toctree}\na\n```\n", ""},
	{"a simple table", "Text.\n\n  Right  Left     Mid\n-------  ------  -------\n     12  a|b       c\n      3\n\nTable: What *it* is {#tbl-x}\n", "Text.\n\n| Right | Left | Mid |\n| --: | :-- | :-: |\n| 12 | a\\|b | c |\n| 3 | | |\n\nTable: What *it* is\n", "tbl-x>| Rig"},
	{"one without a head", "----  ---\na b   cde\nf     g\n----  ---\n\n: Caption\n", "| | |\n| :-- | --- |\n| a b | cde |\n| f | g |\n\nCaption\n", ""},
	{"a multiline table", "-------------\n Head   Two\n of it\n------ ------\n One    a\n two\n\n Three  b\n-------------\nText.\n", "| Head of it | Two |\n| :-: | :-: |\n| One two | a |\n| Three | b |\nText.\n", ""},
	{"a multiline table with a head of one line", "Text.\n\n-------------\n Head   Two\n------ ------\n One    a\n two\n\n Three  b\n-------------\n", "Text.\n\n| Head | Two |\n| :-: | :-: |\n| One two | a |\n| Three | b |\n", ""},
	{"one of those without a head", "---- ----\na    b\nc\n\nd    e\n---- ----\n", "| | |\n| :-- | :-- |\n| a c | b |\n| d | e |\n", ""},
	{"blanks between rows", "a     b\n----- -----\nc     d\n           \ne     f\n\nText\n", "| a | b |\n| :-- | :-- |\n| c | d |\n| e | f |\n\nText\n", ""},
	{"words over two columns", "Text\n\n ab cd ef\n---  ---\nabcdef\n", "Text\n\n ab cd ef\n---  ---\nabcdef\n", ""},
	{"a rule is no table", "Text\n\n--- ---\n\nText\n", "Text\n\n--- ---\n\nText\n", ""},
	{"a grid", "+------+:------:+\n| Port | Height |\n| it   |        |\n+======+========+\n| Bay  | - 3.1  |\n|      | - 4    |\n+------+--------+\n| a    |        |\n|      |        |\n| b\\   | c      |\n| d    |        |\n+------+--------+\n", "| Port it | Height |\n| --- | :-: |\n| Bay | - 3.1<br>- 4 |\n| a<br>b<br>d | c |\n", ""},
	{"a grid with spans", "> +---+---+---+\n> | a b   | c |\n> +---+---+   |\n> | d | e | f |\n> +---+---+---+\n", "> | | | |\n> | --- | --- | --- |\n> | a b | | c<br>f |\n> | d | e | |\n", ""},
	{"a grid of wide letters", "+------+---+\n| 表格 | a |\n+------+---+\n", "| | |\n| --- | --- |\n| 表格 | a |\n", ""},
	{"a grid that does not fit", "+---+---+\n| abcdef |\n+---+---+\n", "+---+---+\n| abcdef |\n+---+---+\n", ""},
	{"a rule of Org", "| a | b |\n|---+---|\n| c | d |\n", "| a | b |\n|---|---|\n| c | d |\n", ""},
	{"pipes without a head", "|---|:--|\n| c | d |\n", "|  |  |\n|---|:--|\n| c | d |\n", ""},
	{"a caption of pipes", "a | b\n--|--\nc | d\n\n: What it is {#tbl-x}\n", "a | b\n--|--\nc | d\n\nWhat it is\n", "tbl-x>a | b"},
	{"a caption before them", ": What it is\n\n| a | b |\n|---|---|\n| c | d |\n", "What it is\n\n| a | b |\n|---|---|\n| c | d |\n", ""},
	{"a definition is no caption", "Ebb\n: The water\n", "Ebb\n: The water\n", ""},
	{"an inline note", "A^[Like *this*,\n  [so](b.md) and `]`.], `^[b]`, \\^[c], $x^[d]$.\n", "A[^note-1], `^[b]`, \\^[c], $x^[d]$.\n\n[^note-1]: Like *this*, [so](b.md) and `]`.\n", ""},
	{"names of notes", "A^[b [1]]^[c].[^note-1]\n\n[^note-1]: x\n", "A[^note-x1][^note-x2].[^note-1]\n\n[^note-1]: x\n\n[^note-x1]: b [1]\n\n[^note-x2]: c\n", ""},
	{"a caret before a link", "A^[b](c.md) and c^[d][e].\n\n[e]: f.md\n", "A^[b](c.md) and c^[d][e].\n\n[e]: f.md\n", ""},
	{"pictures in the text", "A ![][i] b ![A b][i], ![c](data:image/png;base64,AA==) ![](<data:x>) ![d](e.png) ![i].\n\n[i]: <data:image/png;base64,AAAA>\n", "A  b ![A b](data:,), ![c](data:,)  ![d](e.png) ![i](data:,).\n\n\n", ""},
	{"links of a wiki", "See [[other]], [[a b#Part Two|the *other*]], [[#Part]], [[x.pdf]], [[v1.2#^q1]] and [[a_b (c)]].\n", "See [other](other.md), [the *other*](a%20b.md#part-two), [Part](#part), [x.pdf](x.pdf), [v1.2 > ^q1](v1.2.md#^q1) and [a\\_b (c)](a_b%20%28c%29.md).\n", ""},
	{"one at the end of a text", "See [[a]]", "See [a](a.md)", ""},
	{"one before brackets", "[[a]](b) [[c]][d] [[e]]{f} [[g]] (h)\n", "[[a]](b) [[c]][d] [[e]]{f} [g](g.md) (h)\n", ""},
	{"embedded ones", "![[a.png|300]] ![[note]]\n", "![a.png](a.png) [note](note.md)\n", ""},
	{"in a table", "| a |\n|---|\n| [[b\\|c]] |\n", "| a |\n|---|\n| [c](b.md) |\n", ""},
	{"no links of a wiki", "[[1]] [[1, 2]] [[@key]] [[^1]] [[a]](#x) x[[i]] [[\"a\"]] [[ -f x ]] `[[a]]` $[[a,b],[c,d]]$ \\[[a]]\n", "[[1]] [[1, 2]] [[@key]] [[^1]] [[a]](#x) x[[i]] [[\"a\"]] [[ -f x ]] `[[a]]` $[[a,b],[c,d]]$ \\[[a]]\n", ""},
	{"marked text", "A ==b *c*==, ++d++ (==e==) ^^f^^.\n", "A <mark>b *c*</mark>, d (<mark>e</mark>) f.\n", ""},
	{"no marked text", "a == b == c, a==b==c, C++ and C++, i++ ++j, ==== `==a==` ==a\n", "a == b == c, a==b==c, C++ and C++, i++ ++j, ==== `==a==` ==a\n", ""},
	{"marked text that does not end", "A ==b == c.\n", "A ==b == c.\n", ""},
	{"a comment", "A %%b *c*%% d, 5%% e %%.\n", "A  d, 5%% e %%.\n", ""},
	{"names of blocks", "A b. ^a1b2c3\n\nC ^mine\nmore\n\nx ^2\n\n[x](#^mine)\n", "A b.\n\nC\nmore\n\nx ^2\n\n[x](#^mine)\n", "^a1b2c3>A b.\n ^mine>C\nmor"},
	{"raised links", "A^[1](#b),[2](#c)^.\n", "A<sup>[1](#b),[2](#c)</sup>.\n", ""},
	{"spans", "[A *b*]{.smallcaps}, [c]{.mark}, [d [e]]{#f .g} [h]{i} [@k]{.x}\n", "A *b*, <mark>c</mark>, d [e] [h]{i} @k\n", "f>d [e]"},
	{"attributes of other things", "![a](b.png){#fig:c width=50%} [d](e.md){.f} `g`{ .python } `h`{=html} i{.j} (k){.l}\n", "![a](b.png) [d](e.md) `g` `h` i{.j} (k){.l}\n", "fig:c>![a]("},
	{"Distill's elements", "So <d-cite key=\"a1, b2\"></d-cite> and<d-cite key='c3'/>, too<d-footnote>A *note*.</d-footnote>.\n", "So [@a1; @b2] and [@c3], too[^note-1].\n\n[^note-1]: A *note*.\n", ""},
	{"links without words", "In [](doi:10.5555/tl.7), [](https://doi.org/10.5555/tl.8), [](https://example.org/a), [](b.md), [](#sec), [](#none) ![](c.png).\n\n# The part {#sec}\n", "In [10.5555/tl.7](<https://doi.org/10.5555/tl.7>), [10.5555/tl.8](<https://doi.org/10.5555/tl.8>), <https://example.org/a>, [b.md](<b.md>), [The part](#sec), none ![](c.png).\n\n# The part\n", "sec># The"},
	{"roles", "{ref}`sec`, {ref}`so <sec>`, {numref}`Fig. %s <f>`, {doc}`a/b`, {math}`x_1`, H{sub}`2`O, {abbr}`RT (reaction time)`, {py:func}`~a.b`, {cite}`k`, {x}`y`, {eq}`none`.\n\n# The *part* {#sec}\n\n![](a.png){#f}\n", "[The *part*](#sec), [so](#sec), [Fig. 1](#f), [a/b](a/b.md), $x_1$, H<sub>2</sub>O, RT (reaction time), `a.b`, {cite}`k`, {x}`y`, none.\n\n# The *part*\n\n![](a.png)\n", "sec># The f>![](a"},
	{"a link without words to a file that is called like a DOI", "[](b/10.5555/tl.7)\n", "[b/10.5555/tl.7](<b/10.5555/tl.7>)\n", ""},
	{"a role of a formula", "{eq}`eq-x`, {eq}`so <eq-x>`.\n\n```{math}\n:label: eq-x\na\n```\n", "[(1)](#eq-x), [so](#eq-x).\n\n$$\na\n$$\n", "eq-x>$$\na\n"},
	{"roles of what has no name", "{ref}`so <x>`, {ref}`x`.\n\n(x)=\nText.\n", "[so](#x), [x](#x).\n\nText.\n", "x>Text."},
	{"cross-references", "See @fig-b, [@fig-a; @sec-x], [-@fig-b], [see @fig-a], @fig-c, @Fig-a and a@fig-a.\n\n![A](a.png){#fig-a}\n\n![B](b.png){#fig-b}\n\n## The part {#sec-x}\n", "See [Figure 2](#fig-b), [Figure 1](#fig-a), [The part](#sec-x), [2](#fig-b), [see [Figure 1](#fig-a)], @fig-c, [Figure 1](#fig-a) and a@fig-a.\n\n![A](a.png)\n\n![B](b.png)\n\n## The part\n", "fig-a>![A]( fig-b>![B]( sec-x>## Th"},
	{"cross-references of bookdown", "Figure \\@ref(fig:p), \\@ref(fig:q).\n\n```{r p, fig.cap='C'}\n```\n", "Figure [1](#fig:p), \\@ref(fig:q).\n\n```r\n```\n\nC\n", "p>r\n``` fig:p>r\n```"},
	{"lazy numbers", "1. a\n1. b\n\n   c\n1. d\n\nText\n\n1. e\n", "1. a\n2. b\n\n   c\n3. d\n\nText\n\n1. e\n", ""},
	{"nested ones", "0) a\n   - x\n     1. b\n     1. c\n0) d\n", "0) a\n   - x\n     1. b\n     2. c\n1) d\n", ""},
	{"ten of them", "> 1. a\n> 1. a\n> 1. a\n> 1. a\n> 1. a\n> 1. a\n> 1. a\n> 1. a\n> 1. a\n> 1. a\n>\n>    b\n> 1.  c\n>\n>     d\n", "> 1. a\n> 2. a\n> 3. a\n> 4. a\n> 5. a\n> 6. a\n> 7. a\n> 8. a\n> 9. a\n> 10. a\n>\n>     b\n> 11. c\n>\n>     d\n", ""},
	{"numbers that differ", "3. a\n5. b\n5. c\n", "3. a\n5. b\n5. c\n", ""},
	{"a list between others", "1. a\n- b\n1. c\n1) d\n1) e\n", "1. a\n- b\n1. c\n1) d\n2) e\n", ""},
	{"lazy lines", "1. a\nb\n1. c\n", "1. a\nb\n2. c\n", ""},
	{"numbers in code", "```\n1. a\n1. b\n```\n", "```\n1. a\n1. b\n```\n", ""},
	{"hashes", "#. a\n#. b\n\n#. c\n\nText\n\n#. d\n", "1. a\n2. b\n\n3. c\n\nText\n\n1. d\n", ""},
	{"examples", "(@) a\n(@good) b\n\nText\n\n(@) c, (@good), (@bad).\n", "1) a\n2) b\n\nText\n\n3) c, (2), (@bad).\n", ""},
	{"letters", "a. x\nb. y\n\n(i) x\n(ii) y\n\nA. Wren\nB. Oke\n", "a. x\\\nb. y\n\n(i) x\\\n(ii) y\n\nA. Wren\nB. Oke\n", ""},
	{"numbers in parentheses", "(9) x\n(10) y\n\n(3) x\n(5) y\n\n(11) x\n(13) y\n", "(9) x\\\n(10) y\n\n(3) x\n(5) y\n\n(11) x\n(13) y\n", ""},
	{"a number at the end of a text", "1. a\n\n5", "1. a\n\n5", ""},
	{"letters and numbers", "(a) x\n(1) y\n", "(a) x\n(1) y\n", ""},
	{"a line block", "A\n\n| One\n|   two\n| three\n\n| a | b\n| c\n", "A\n\nOne\\\n  two\\\nthree\n\n| a | b\n| c\n", ""},
	{"targets", "(sec-a)=\n# A\n\n(b)=\n\nText (c)=\n", "# A\n\n\nText (c)=\n", "sec-a># A\n\n b>Text "},
	{"attributes of kramdown", "# A\n{: #a .b}\n\nText\nmore\n{:.c}\n", "# A\n\nText\nmore\n", "a># A\n\n"},
	{"breaks of pages", "A\n\n\\newpage\n\nB \\newpage\n", "A\n\n\n\nB \\newpage\n", ""},
	{"long comments", "A\n\n%%\nB\n\nC\n%%\n\nD\n\n%% E\n", "A\n\n\n\nD\n\n%% E\n", ""},
	{"anchors of headings", "## A [¶](#a \"x\")\n\n## <a name=\"b\"></a>B <!-- c -->\n\nC[](#c) {#d}\n===\n\n## [D](#d)\n", "## A\n\n## B\n\nC\n===\n\n## [D](#d)\n", "a>## A\n b>B\n\nC\n d>C\n=== c>C\n==="},
	{"an anchor within a heading", "## A [#](#m) B\n", "## A B\n", "m>## A "},
	{"nor is one in code", "```\n## Tides {#t}\n```\n", "```\n## Tides {#t}\n```\n", ""},
}

func TestTranslate(t *testing.T) {
	for _, tt := range texts {
		t.Run(tt.name, func(t *testing.T) {
			got := Translate(tt.in)
			places := ""
			for i, p := range got.Places {
				if i > 0 {
					places += " "
				}
				places += fmt.Sprintf("%s>%s", p.Name, got.Body[p.Offset:min(p.Offset+5, len(got.Body))])
			}
			if got.Body != tt.out || places != tt.places {
				t.Errorf("got  %q %s\nwant %q %s", got.Body, places, tt.out, tt.places)
			}
		})
	}
}

// FuzzTranslate checks that places lie in the text, in order, and that no letter of a text is lost that
// has no sign of what is hidden: attributes, options, comments, targets.
func FuzzTranslate(f *testing.F) {
	for _, tt := range texts {
		f.Add(tt.in)
	}
	f.Fuzz(func(t *testing.T, in string) {
		got, last := Translate(in), 0
		for _, p := range got.Places {
			if p.Offset < last || p.Offset > len(got.Body) || p.Name == "" {
				t.Fatalf("place %q at %d of %d, after %d", p.Name, p.Offset, len(got.Body), last)
			}
			last = p.Offset
		}
		if strings.ContainsAny(in, "{}%\\#^<>") || hasAny(in, []string{"data:", ":::", ")=", "!!!", "???", "(@", "[!", "|]]"}) {
			return
		}
		left := letters(got.Body)
		for r, n := range letters(in) {
			if left[r] < n {
				t.Fatalf("%d of %d %c are left of %q: %q", left[r], n, r, in, got.Body)
			}
		}
	})
}

// letters returns how often a text has each of its letters.
func letters(text string) map[rune]int {
	n := map[rune]int{}
	for _, r := range text {
		if unicode.IsLetter(r) {
			n[r]++
		}
	}
	return n
}
