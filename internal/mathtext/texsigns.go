package mathtext

import "strings"

// The commands of TeX and LaTeX that stand for a sign.
var (
	texLetters = signs(`alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ
		sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
		upalpha α upbeta β upgamma γ updelta δ upepsilon ε upeta η uptheta θ uplambda λ upmu μ upnu ν uppi π uprho ρ upsigma σ uptau τ upphi φ upchi χ uppsi ψ upomega ω Updelta Δ
		infty ∞ partial ∂ nabla ∇ hbar ℏ ell ℓ Re ℜ Im ℑ aleph ℵ emptyset ∅ varnothing ∅ degree ° circ ° prime ′ AA Å angstrom Å ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ dagger † ddagger ‡ imath ı jmath ȷ
		% % & & # # $ $ _ _ exists ∃ forall ∀ angle ∠ bullet • star ⋆ ast ∗ perthousand ‰ textdegree ° textmu μ pounds £`)
	texOperators = signs(`times × cdot · div ÷ pm ± mp ∓ leq ≤ le ≤ geq ≥ ge ≥ leqslant ≤ geqslant ≥ neq ≠ ne ≠ approx ≈ equiv ≡ sim ∼ simeq ≃ cong ≅ propto ∝ ll ≪ gg ≫ to → rightarrow → leftarrow ←
		leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ longrightarrow ⟶ mapsto ↦ rightleftharpoons ⇌ in ∈ notin ∉ ni ∋ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ cup ∪ cap ∩ wedge ∧ vee ∨ land ∧ lor ∨ neg ¬
		oplus ⊕ otimes ⊗ setminus ∖ sum ∑ prod ∏ int ∫ iint ∬ oint ∮ bigcup ⋃ bigcap ⋂ mid ∣ vert | Vert ‖ lvert | rvert | langle ⟨ rangle ⟩ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ { { } } | ‖ lbrace { rbrace } lbrack [ rbrack ]
		colon : gt > lt < slash / backslash ∖ perp ⊥ parallel ∥ models ⊨ vdash ⊢ prec ≺ succ ≻ lesssim ≲ gtrsim ≳ triangleq ≜ doteq ≐ iff ⇔ implies ⇒ gets ←`)
	texAccents = signs(`hat ^ widehat ^ bar ¯ overline ¯ tilde ~ widetilde ~ dot ˙ ddot ¨ vec → overrightarrow → check ˇ breve ˘ acute ´ grave ` + "`" + ` mathring °`)
)

// signs reads a list of commands, each before its sign.
func signs(list string) map[string]string {
	set := map[string]string{}
	words := strings.Fields(list)
	for i := 0; i+1 < len(words); i += 2 {
		set[words[i]] = words[i+1]
	}
	return set
}
