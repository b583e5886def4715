"""Embed codes that lie, load or run: every shell with every poison, 200 and more."""

from .hostile import HOSTILE

GOOD = "https://x.com/FC_Lune/status/1786140000000000000"
SHELLS = [
    '<blockquote class="twitter-tweet"><p lang="fr">A{}B</p>&mdash; N (@h) '
    f'<a href="{GOOD}">May 2, 2024</a></blockquote>',
    '<blockquote class="bluesky-embed" data-bluesky-uri="at://did:plc:a/app.bsky.feed'
    '.post/3kqxyz7abcd2e"><p lang="fr">A{}B</p>&mdash; N (@h.bsky.social)</blockquote>',
    '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram'
    '.com/p/C6eXyZ_aB-1/"><p>A{}B</p></blockquote>',
    '<div class="fb-post" data-href="https://www.facebook.com/lune/posts/12345">'
    "<blockquote><p>A{}B</p>Posted by N on May 2, 2024</blockquote></div>",
    '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@lune/video/73645123'
    '45678901234"><section>A{}B</section></blockquote>',
]
ADDRESSES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)//https://x.com/a/status/1",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "//evil.test/x/status/1",
    "https://x.com.evil.test/FC_Lune/status/1",
    "https://x.com@evil.test/FC_Lune/status/1",
    "https://x.com:pass@evil.test/FC_Lune/status/1",
    "https://evil.test/x.com/status/1",
    "https://evil.test#https://x.com/a/status/1",
    "https://xn--x-7ib.com/FC_Lune/status/1",
    "https://\u0445.com/FC_Lune/status/1",
    "https://x\u3002com/FC_Lune/status/1",
    "https://x.com\u2044evil.test/FC_Lune/status/1",
    "https://x.com%2eevil.test/FC_Lune/status/1",
    "https://x.com/FC_Lune/status/1;alert(1)",
    "https://x.com/FC_Lune/status/-1",
    "https://x.com/FC_Lune/status/1e18",
    "https://x.com/FC_Lune/status/0x10",
    "https://x.com/FC_Lune/status/" + "9" * 60,
    "https://x.com/../FC_Lune/status/1",
    'https://x.com/FC_Lune/status/1" onclick="alert(1)',
    "http://169.254.169.254/latest/meta-data",
    "file:///etc/passwd",
    "https://x.com\x00.evil.test/a/status/1",
    "https://x.com/\u202efc/status/1",
    "https://www.youtube.com.evil.test/embed/abcdef",
    "https://youtube.com/embed/<svg onload=alert(1)>",
]
FRAMES = [
    '<blockquote class="twitter-tweet"><a href="{}">x</a></blockquote>',
    '<iframe class="mastodon-embed" src="{}"></iframe>',
    '<blockquote class="instagram-media" data-instgrm-permalink="{}"></blockquote>',
    '<div class="fb-post" data-href="{}"></div>',
]
ALONE = [
    '<iframe srcdoc="<script>alert(1)</script>" class="mastodon-embed"></iframe>',
    '<iframe src="https://www.youtube.com/embed/abcdef" srcdoc="<img onerror=a()>"'
    ' onload="alert(1)" title="<script>alert(1)</script>"></iframe>',
    "<blockquote class='twitter-tweet'>" * 300 + "x",
    "<blockquote class='twitter-tweet'><p>" + "<b>" * 5000,
    "<blockquote class='twitter-tweet'><p>" + "&amp;lt;script&amp;gt;" * 200,
    "<blockquote class='twitter-tweet'><p>&#60;script&#62;alert(1)&#60;/script&#62;",
    "<blockquote class='twitter-tweet'><p>&#x0;&#xD800;&#x110000;&#1114112;</p>",
    "<blockquote class='twitter-tweet'><p>\u202egnp.exe\u202c \u2066x</p></blockquote>",
    "<blockquote class='twitter-tweet'><p>a\x00b</p>— N\x00 (@h\x00) May 2, 2024",
    "<blockquote class='bluesky-embed' data-bluesky-uri='at://../../evil'><p>x</p>",
    "<blockquote class='bluesky-embed' data-bluesky-uri='javascript:alert(1)'><p>x</p>",
    "<blockquote class='twitter-tweet' onclick='alert(1)'><p lang='\"><script>'>x</p>",
    "<blockquote class='twitter-tweet twitter-video bluesky-embed'><p>x</p>",
    "<blockquote class='TWITTER-TWEET'><p>x</p></blockquote>",
    "<BLOCKQUOTE CLASS=twitter-tweet><P>x<SCRIPT>alert(1)</P></BLOCKQUOTE>",
    "<blockquote class='twitter-tweet'><p>x</p>— <script>alert(1)</script> (@<b>h</b>)",
    "<!--<blockquote class='twitter-tweet'><p>x</p>-->",
    "<blockquote class='twitter-tweet'><p>x</p>— N (@" + "h" * 500 + ") May 2, 2024",
    "<blockquote class='twitter-tweet'><p>x</p>— N (@h) May 99, 2024</blockquote>",
    "<div class='fb-post' data-href='https://www.facebook.com/plugins/post.php?href="
    "javascript:alert(1)'></div>",
]
CODES = [
    *(shell.replace("{}", poison) for shell in SHELLS[:2] for poison in HOSTILE),
    *(shell.replace("{}", poison) for shell in SHELLS[2:] for poison in HOSTILE[::5]),
    *(frame.replace("{}", address) for frame in FRAMES for address in ADDRESSES),
    *ALONE,
]
