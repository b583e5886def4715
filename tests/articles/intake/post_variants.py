"""How posts look in pasted copy: ⟦ and ⟧ stand around each."""

FRENCH = {
    "glued to its picture and to the prose": (
        "Le match s’est terminé sur un nul.\n"
        "⟦⏱️ 90+3’ | #BRUSOL 2️⃣-2️⃣\n"
        "Quel final à Brumeville ! pic.twitter.com/Ab12cd34Ef"
        "— Étoile de Brumeville (@Etoile_BV) 4 mai 2024⟧Le coach a salué ses joueurs.",
        "Étoile de Brumeville · @Etoile_BV · 2024-05-04 · Ab12cd34Ef · 90+3 · 2-2",
    ),
    "on a line of its own": (
        "Le match était serré.\n\n"
        "⟦⏱️ 45’ | #BRUSOL 0️⃣-1️⃣\nTout est ouvert. pic.twitter.com/Zz98yy76Xx\n"
        "— Racing Solane (@RacingSolane) May 4, 2024⟧\n\nLa suite fut plus calme.",
        "Racing Solane · @RacingSolane · 2024-05-04 · Zz98yy76Xx · 45 · 0-1",
    ),
    "inline": (
        "Le but a tout changé.\n"
        "⟦⚽ Le but de la soirée ! pic.twitter.com/Qq11ww22Ee"
        " — Étoile de Brumeville (@Etoile_BV) September 23, 2024⟧\nIl était temps.",
        "Étoile de Brumeville · @Etoile_BV · 2024-09-23 · Qq11ww22Ee",
    ),
    "under an empty line, with a French date": (
        "La journée fut longue.\n\n⟦🔵 Merci à tous nos supporters\n\n"
        "— Étoile Brumeville (@Etoile_BV) 18 janvier 2017⟧\n\nLe club était ému.",
        "Étoile Brumeville · @Etoile_BV · 2017-01-18",
    ),
    "with a capital month": (
        "La journée fut longue.\n"
        "⟦Bon courage aux jeunes #U19\n— Racing Solane (@RacingSolane) 5 Mai 2014⟧",
        "Racing Solane · @RacingSolane · 2014-05-05",
    ),
    "on the first of a month": (
        "La journée fut longue.\n"
        "⟦🎟️ La billetterie ouvre\n— Racing Solane (@RacingSolane) 1er mai 2024⟧",
        "Racing Solane · @RacingSolane · 2024-05-01",
    ),
    "without a picture": (
        "Le stade était plein.\n⟦🔥 Ce public !\n"
        "— Étoile de Brumeville (@Etoile_BV) 4 mai 2024⟧\nLe reste est connu.",
        "Étoile de Brumeville · @Etoile_BV · 2024-05-04",
    ),
    "cut short": (
        "Le stade était plein.\n⟦📰 Le club tient à remercier tous ceux qui ont…\n"
        "— Racing Solane (@RacingSolane) 4 mai 2024⟧\nLe reste est connu.",
        "Racing Solane · @RacingSolane · 2024-05-04",
    ),
    "with a link glued to the last word": (
        "Le stade était plein.\n⟦Les places sont en vente !https://t.co/Ab3dEf9hIj\n"
        "— Racing Solane (@RacingSolane) 4 mai 2024⟧",
        "Racing Solane · @RacingSolane · 2024-05-04",
    ),
    "with several links and pictures": (
        "Le stade était plein.\n⟦📸 L’album https://t.co/Ab3dEf9hIj et"
        " https://t.co/Bc4eFg0iJk pic.twitter.com/Ab12cd34Ef"
        " pic.twitter.com/Gh56ij78Kl\n— Racing Solane (@RacingSolane) 4 mai 2024⟧",
        "Racing Solane · @RacingSolane · 2024-05-04 · Ab12cd34Ef · Gh56ij78Kl",
    ),
    "after an en dash": (
        "Le tirage est connu.\n⟦🏆 Les demi-finales #CoupeNord"
        "\n– La Coupe (@CoupeNord) 24 juin 2021⟧",
        "La Coupe · @CoupeNord · 2021-06-24",
    ),
    "with question marks for emoji": (
        "Le stade était plein.\n⟦?????? 90’ | #BRUSOL 1-0"
        "\n— Étoile de Brumeville (@Etoile_BV) 4 mai 2024⟧",
        "Étoile de Brumeville · @Etoile_BV · 2024-05-04 · 90 · 1-0",
    ),
    "with emoji and parentheses in the name": (
        "Le stade était plein.\n⟦🔥 On y est"
        "\n— Étoile 🔵⚪ (officiel) etoile.example (@Etoile_BV) 4 mai 2024⟧",
        "Étoile 🔵⚪ (officiel) etoile.example · @Etoile_BV · 2024-05-04",
    ),
    "signed in the middle": (
        "Le stade était plein.\n⟦🔥 Quelle soirée — Racing Solane (@RacingSolane)"
        " 4 mai 2024 à revivre ici pic.twitter.com/Ab12cd34Ef⟧\nFin.",
        "Racing Solane · @RacingSolane · 2024-05-04 · Ab12cd34Ef",
    ),
    "in several paragraphs": (
        "Le stade était plein.\n\n⟦⏱️ 12’ | #BRUSOL 1️⃣-0️⃣\n\nDu pied gauche.\n\n"
        "Le portier est battu. pic.twitter.com/Ab12cd34Ef\n\n"
        "— Étoile de Brumeville (@Etoile_BV) 4 mai 2024⟧\n\nFin.",
        "Étoile de Brumeville · @Etoile_BV · 2024-05-04 · Ab12cd34Ef · 12 · 1-0",
    ),
    "of which only the placeholder is left": (
        "⟦Voir cette publication sur Instagram\n"
        "Une publication partagée par Théo Marchal (@theo.marchal)⟧\nIl sourit.",
        "Théo Marchal · @theo.marchal",
    ),
    "that is an address": (
        "Le club a réagi.\n"
        "⟦https://twitter.com/Etoile_BV/status/1786140000000000000⟧\nFin.",
        "@Etoile_BV · 2024-05-02",
    ),
    "that answers": (
        "Le stade était plein.\n⟦.@RacingSolane Bien joué, à dimanche"
        "\n— Étoile de Brumeville (@Etoile_BV) 4 mai 2024⟧",
        "Étoile de Brumeville · @Etoile_BV · 2024-05-04",
    ),
    "without the variation selector": (
        "Le stade était plein.\n⟦⏱ 90’ | #BRUSOL 1\u20e3-0\u20e3"
        "\n— Étoile de Brumeville (@Etoile_BV) 4 mai 2024⟧",
        "Étoile de Brumeville · @Etoile_BV · 2024-05-04 · 90 · 1-0",
    ),
    "with a picture of x.com": (
        "Le stade était plein.\n⟦🔥 La photo pic.x.com/Ab12cd34Ef"
        "\n— Étoile de Brumeville (@Etoile_BV) 4 mai 2024⟧",
        "Étoile de Brumeville · @Etoile_BV · 2024-05-04 · Ab12cd34Ef",
    ),
}
ENGLISH = {
    "glued to its picture and to the prose": (
        "It ended level at the Ropewalk.\n"
        "⟦⏱️ 90+4’ | #ARDHAR 1️⃣-1️⃣\nWhat a finish! pic.twitter.com/Ab12cd34Ef"
        "— Ardley Town (@ArdleyTown) May 4, 2024⟧The manager was proud of them.",
        "Ardley Town · @ArdleyTown · 2024-05-04 · Ab12cd34Ef · 90+4 · 1-1",
    ),
    "on a line of its own": (
        "There was little in it.\n\n"
        "⟦HT | #ARDHAR 0️⃣-1️⃣\nAll to play for. pic.twitter.com/Zz98yy76Xx\n"
        "— Harrowport (@HarrowportFC) 4 May 2024⟧\n\nThe rest was quieter.",
        "Harrowport · @HarrowportFC · 2024-05-04 · Zz98yy76Xx · 0-1",
    ),
    "inline": (
        "One goal changed it all.\n⟦⚽ Take a bow! pic.twitter.com/Qq11ww22Ee"
        " — Ardley Town (@ArdleyTown) September 23, 2024⟧\nIt was time.",
        "Ardley Town · @ArdleyTown · 2024-09-23 · Qq11ww22Ee",
    ),
    "under an empty line, with a French date": (
        "It was a long day.\n\n⟦🔵 Merci à tous nos supporters\n\n"
        "— Étoile Brumeville (@Etoile_BV) 18 janvier 2017⟧\n\nThe club was moved.",
        "Étoile Brumeville · @Etoile_BV · 2017-01-18",
    ),
    "with a short month": (
        "It was a long day.\n⟦Good luck to the young ones #U19"
        "\n— Harrowport (@HarrowportFC) Feb. 5, 2014⟧",
        "Harrowport · @HarrowportFC · 2014-02-05",
    ),
    "on an ordinal": (
        "It was a long day.\n⟦🎟️ Tickets are out"
        "\n— Harrowport (@HarrowportFC) May 1st, 2024⟧",
        "Harrowport · @HarrowportFC · 2024-05-01",
    ),
    "without a picture": (
        "The ground was full.\n⟦🔥 This crowd!"
        "\n— Ardley Town (@ArdleyTown) May 4, 2024⟧\nWe know the rest.",
        "Ardley Town · @ArdleyTown · 2024-05-04",
    ),
    "cut short": (
        "The ground was full.\n⟦📰 The club would like to thank all of those who…\n"
        "— Harrowport (@HarrowportFC) May 4, 2024⟧\nWe know the rest.",
        "Harrowport · @HarrowportFC · 2024-05-04",
    ),
    "with a link glued to the last word": (
        "The ground was full.\n⟦Tickets are on sale!https://t.co/Ab3dEf9hIj\n"
        "— Harrowport (@HarrowportFC) May 4, 2024⟧",
        "Harrowport · @HarrowportFC · 2024-05-04",
    ),
    "with several links and pictures": (
        "The ground was full.\n⟦📸 The gallery https://t.co/Ab3dEf9hIj and"
        " https://t.co/Bc4eFg0iJk pic.twitter.com/Ab12cd34Ef"
        " pic.twitter.com/Gh56ij78Kl\n— Harrowport (@HarrowportFC) May 4, 2024⟧",
        "Harrowport · @HarrowportFC · 2024-05-04 · Ab12cd34Ef · Gh56ij78Kl",
    ),
    "after an en dash": (
        "The draw is made.\n⟦🏆 Your semi-finals #NorthCup"
        "\n– The Cup (@NorthCup) June 24, 2021⟧",
        "The Cup · @NorthCup · 2021-06-24",
    ),
    "with question marks for emoji": (
        "The ground was full.\n⟦?????? 90’ | #ARDHAR 1-0"
        "\n— Ardley Town (@ArdleyTown) May 4, 2024⟧",
        "Ardley Town · @ArdleyTown · 2024-05-04 · 90 · 1-0",
    ),
    "with emoji and parentheses in the name": (
        "The ground was full.\n⟦🔥 Here we go"
        "\n— Ardley 🔵⚪ (official) ardley.example (@ArdleyTown) May 4, 2024⟧",
        "Ardley 🔵⚪ (official) ardley.example · @ArdleyTown · 2024-05-04",
    ),
    "signed in the middle": (
        "The ground was full.\n⟦🔥 What a night — Harrowport (@HarrowportFC)"
        " May 4, 2024 relive it here pic.twitter.com/Ab12cd34Ef⟧\nThe end.",
        "Harrowport · @HarrowportFC · 2024-05-04 · Ab12cd34Ef",
    ),
    "in several paragraphs": (
        "The ground was full.\n\n⟦⏱️ 12’ | #ARDHAR 1️⃣-0️⃣\n\nWith his left.\n\n"
        "No chance for the keeper. pic.twitter.com/Ab12cd34Ef\n\n"
        "— Ardley Town (@ArdleyTown) May 4, 2024⟧\n\nThe end.",
        "Ardley Town · @ArdleyTown · 2024-05-04 · Ab12cd34Ef · 12 · 1-0",
    ),
    "of which only the placeholder is left": (
        "⟦View this post on Instagram\n"
        "A post shared by Tom Ashby (@tom.ashby)⟧\nThe keeper smiles.",
        "Tom Ashby · @tom.ashby",
    ),
    "that is an address": (
        "The club answered.\n"
        "⟦https://x.com/ArdleyTown/status/1786140000000000000⟧\nThe end.",
        "@ArdleyTown · 2024-05-02",
    ),
    "that repeats another": (
        "The ground was full.\n⟦RT @HarrowportFC: see you on Sunday"
        "\n— Ardley Town (@ArdleyTown) May 4, 2024⟧",
        "Ardley Town · @ArdleyTown · 2024-05-04",
    ),
    "without the variation selector": (
        "The ground was full.\n⟦⏱ 90’ | #ARDHAR 1\u20e3-0\u20e3"
        "\n— Ardley Town (@ArdleyTown) May 4, 2024⟧",
        "Ardley Town · @ArdleyTown · 2024-05-04 · 90 · 1-0",
    ),
    "with a picture of x.com": (
        "The ground was full.\n⟦🔥 The picture pic.x.com/Ab12cd34Ef"
        "\n— Ardley Town (@ArdleyTown) May 4, 2024⟧",
        "Ardley Town · @ArdleyTown · 2024-05-04 · Ab12cd34Ef",
    ),
}
# A post needs a handle and a date, and a dash before the name.
NO_POSTS = [
    ("fr", "Bien joué à tous 🔥\n— Racing Solane, 4 mai 2024"),
    ("fr", "Le défenseur — Jean Dupont (Brumeville) — est né le 2 mai 2004."),
    ("fr", "Il écrit (@Etoile_BV) depuis le 2 mai 2024, selon le club."),
    ("fr", "Sur le compte du club — Étoile (@Etoile_BV) — rien n’a paru."),
    ("en", "Well played, everyone 🔥\n— Harrowport, May 4, 2024"),
    ("en", "The defender — John Smith (Ardley) — was born on May 2, 2004."),
    ("en", "He has written (@ArdleyTown) since May 2, 2024, the club says."),
    ("en", "On the club’s account — Ardley (@ArdleyTown) — nothing was said."),
]
