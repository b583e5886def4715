"""How copy brings words in: ⟦ and ⟧ stand around what is quoted, then who, as what,
the kind, the verb and the occasion.
"""

LESTRADE, PELL = "Hugo Lestrade · head_coach", "Gareth Pell · head_coach"
FRENCH = {
    "a tag after the words": (
        "« ⟦On a souffert, mais on est là⟧ », a déclaré Lestrade.",
        [f"{LESTRADE} · full · déclaré"],
    ),
    "a tag with the occasion": (
        "« ⟦On a souffert⟧ », a déclaré Lestrade en conférence de presse.",
        [f"{LESTRADE} · full · déclaré · press_conference"],
    ),
    "a tag with a role": (
        "« ⟦On a souffert, mais on est là⟧ », a jugé l’entraîneur de Castelverne.",
        [f"{LESTRADE} · full · jugé"],
    ),
    "an incise between two parts": (
        "Lestrade souriait. « ⟦On est là⟧ », a-t-il dit, « ⟦et on y restera⟧ ».",
        [f"{LESTRADE} · full · dit", f"{LESTRADE} · partial · dit"],
    ),
    "an incise within the marks": (
        "Lestrade souriait. « ⟦On a tenu, a-t-il ajouté, et on y croit encore⟧ ».",
        [f"{LESTRADE} · full · ajouté"],
    ),
    "a present inverted": (
        "Lestrade y croit. « ⟦Tout est possible⟧ », lance-t-il.",
        [f"{LESTRADE} · full · lance"],
    ),
    "a tag first": (
        "Lestrade a déclaré : « ⟦On est là et on y restera.⟧ »",
        [f"{LESTRADE} · full · déclaré"],
    ),
    "et d’ajouter": (
        "« ⟦On est là⟧ », a dit Lestrade. Et d’ajouter : « ⟦On y restera longtemps.⟧ »",
        [f"{LESTRADE} · full · dit", f"{LESTRADE} · full · ajouter"],
    ),
    "a sentence, then the words": (
        "Lestrade a rendu hommage au public. « ⟦C’est eux qui nous portent⟧ »,"
        " a-t-il dit.",
        [f"{LESTRADE} · full · dit"],
    ),
    "a sentence, then the words alone": (
        "Lestrade a souri. « ⟦On est là pour longtemps.⟧ » Puis il est parti.",
        [f"{LESTRADE} · full"],
    ),
    "a part of a clause": (
        "Lestrade a regretté que son équipe ait « ⟦manqué un petit rien⟧ » à la fin.",
        [f"{LESTRADE} · partial · regretté"],
    ),
    "a clause with que": (
        "Lestrade estime que « ⟦tout reste à faire⟧ » avant le retour.",
        [f"{LESTRADE} · partial · estime"],
    ),
    "selon before": (
        "Selon Lestrade, « ⟦tout reste à faire⟧ » avant le retour.",
        [f"{LESTRADE} · partial · selon"],
    ),
    "selon after": (
        "« ⟦Tout reste à faire⟧ », selon l’entraîneur de Castelverne.",
        [f"{LESTRADE} · full · selon"],
    ),
    "dixit": (
        "« ⟦Tout reste à faire⟧ », dixit Lestrade.",
        [f"{LESTRADE} · full · dixit"],
    ),
    "pour": (
        "Pour Lestrade, « ⟦tout reste à faire⟧ » avant le retour.",
        [f"{LESTRADE} · partial · pour"],
    ),
    "a name and a colon": (
        "Lestrade : « ⟦Il nous a manqué de l’air⟧ »",
        [f"{LESTRADE} · full"],
    ),
    "straight marks": (
        '"⟦Tout est possible⟧", a souri Lestrade.',
        [f"{LESTRADE} · full · souri"],
    ),
    "doubled angles": (
        "<< ⟦Tout est possible⟧ >>, a souri Lestrade.",
        [f"{LESTRADE} · full · souri"],
    ),
    "English marks": (
        "“⟦Tout est possible⟧”, a souri Lestrade.",
        [f"{LESTRADE} · full · souri"],
    ),
    "paragraphs that open again": (
        "« ⟦On y va.\n« On y est.\n« On y reste⟧ », a conclu Lestrade.",
        [f"{LESTRADE} · full · conclu"],
    ),
    "paragraphs in the older way": (
        "« ⟦On y va.\n» On y est.\n» On y reste⟧ », a conclu Lestrade.",
        [f"{LESTRADE} · full · conclu"],
    ),
    "a quote within": (
        "« ⟦Il m’a dit “reste” et je suis resté⟧ », a raconté Béranger.",
        ["Amadou Béranger · player · full · raconté"],
    ),
    "one word that nobody is told to say": ("Le stade était « magique » hier.", []),
    "a title of a book": ("Il a lu « Le Grand Soir » dans le car.", []),
}
ENGLISH = {
    "said X": (
        "“⟦We dug in and we got there,⟧” said Pell.",
        [f"{PELL} · full · said"],
    ),
    "X said": (
        "“⟦We dug in and we got there,⟧” Pell said.",
        [f"{PELL} · full · said"],
    ),
    "he added": (
        "“⟦We dug in,⟧” said Pell. “⟦We got there in the end,⟧” he added.",
        [f"{PELL} · full · said", f"{PELL} · full · added"],
    ),
    "X said, colon": (
        "Pell said: “⟦We dug in and we got there.⟧”",
        [f"{PELL} · full · said"],
    ),
    "according to after": (
        "“⟦We dug in and we got there⟧”, according to Pell.",
        [f"{PELL} · full · according to"],
    ),
    "according to before": (
        "According to Pell, “⟦we dug in and we got there⟧”.",
        [f"{PELL} · partial · according to"],
    ),
    "a tag with the occasion": (
        "“⟦We dug in and we got there,⟧” said Pell at his press conference.",
        [f"{PELL} · full · said · press_conference"],
    ),
    "a tag with a role": (
        "“⟦We dug in and we got there,⟧” said the Wexcombe manager.",
        [f"{PELL} · full · said"],
    ),
    "a tag between two parts": (
        "“⟦We dug in,⟧” Pell said, “⟦and we got there.⟧”",
        [f"{PELL} · full · said", f"{PELL} · partial · said"],
    ),
    "a part of a clause": (
        "Pell admitted his side had been “⟦a bit lucky⟧” to win.",
        [f"{PELL} · partial · admitted"],
    ),
    "a clause with that": (
        "Pell insisted that “⟦there is more to come⟧” from his side.",
        [f"{PELL} · partial · insisted"],
    ),
    "straight marks": (
        '"⟦We dug in and we got there,⟧" said Pell.',
        [f"{PELL} · full · said"],
    ),
    "single marks": (
        "‘⟦We dug in and we got there,⟧’ said Pell.",
        [f"{PELL} · full · said"],
    ),
    "straight single marks": (
        "'⟦We dug in and we got there,⟧' said Pell.",
        [f"{PELL} · full · said"],
    ),
    "commas outside": (
        "‘⟦We dug in and we got there⟧’, said Pell.",
        [f"{PELL} · full · said"],
    ),
    "single marks within double": (
        "“⟦He told me ‘stay’ and I stayed,⟧” said Ashdown.",
        ["Tom Ashdown · player · full · said"],
    ),
    "double marks within single": (
        "‘⟦He told me “stay” and I stayed,⟧’ said Ashdown.",
        ["Tom Ashdown · player · full · said"],
    ),
    "a possessive within single marks": (
        "‘⟦It is the players’ win,⟧’ said Pell.",
        [f"{PELL} · full · said"],
    ),
    "paragraphs that open again": (
        "“⟦We dug in.\n\n“We got there.\n\n“We stay,⟧” said Pell.",
        [f"{PELL} · full · said"],
    ),
    "straight marks that open again": (
        '"⟦We dug in.\n"We got there.\n"We stay,⟧" said Pell.',
        [f"{PELL} · full · said"],
    ),
    "one word that nobody is told to say": ("The night was “magical” for all.", []),
    "a title of a book": ("He read “The Long Night” on the way home.", []),
}
