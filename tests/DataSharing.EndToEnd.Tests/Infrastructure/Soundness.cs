using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace DataSharing.EndToEnd.Tests.Infrastructure;

/// <summary>What a page must be: without accessibility faults, and no wider than the window.</summary>
internal static class Soundness
{
    /// <summary>
    /// Brings axe along to every page, to be unpacked when first asked for. It runs in the page itself: Deque's package for Playwright sums
    /// up in a new tab, which takes four times as long and is needed only for frames, and the portal has none.
    /// </summary>
    public static readonly string Axe = $$"""
        Object.defineProperty(window, 'axe', {
            configurable: true,
            get() {
                delete window.axe;
                (function () { {{new BundledAxeScriptProvider().GetScript()}} }).call(window);
                return window.axe;
            },
        });
        """;

    /// <summary>
    /// How the page looks now: which elements are shown, how much is too wide, what a button covers, and the looks of its texts. Whatever
    /// may wrap is measured with a long word in it, for people write those, and links, wherever they write. A look is what contrast comes of: a text's colour, size and weight, what is behind it, from the element out to the page, whether it or any of these lies
    /// outside the usual flow, and whether axe passes over it. What lies over it by chance is not part of it.
    /// </summary>
    private const string Look = """
        () => {
            const behind = new Map([[document, '']]);
            const lookOf = element => {
                if (!behind.has(element)) {
                    const style = getComputedStyle(element);
                    const own = [style.backgroundColor, style.backgroundImage, style.opacity, style.position, style.float, style.zIndex,
                        style.filter, style.mixBlendMode, style.transform, style.clipPath, style.clip, style.visibility,
                        element.matches(':disabled, [aria-disabled=true], [inert]'), element.control?.disabled].join();
                    const around = lookOf(element.parentNode);
                    behind.set(element, style.opacity === '1' && around.endsWith(own) ? around : `${around} > ${own}`);
                }
                return behind.get(element);
            };
            const shown = [], looks = new Set();
            for (const element of document.body.querySelectorAll('*')) {
                const isShown = element.getClientRects().length > 0;
                shown.push(isShown ? 1 : 0);
                const speaks = element.matches('input, select, textarea')
                    || [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '');
                if (isShown && speaks) {
                    const style = getComputedStyle(element);
                    const pseudo = ['::before', '::after'].map(which => getComputedStyle(element, which))
                        .map(part => part.content === 'none' ? '' : [part.backgroundColor, part.position, part.width, part.height].join());
                    looks.add([element.localName, style.color, style.fontSize, style.fontWeight, style.textShadow, style.textIndent,
                        style.webkitTextFillColor, ...pseudo, lookOf(element)].join('; '));
                }
            }
            const boxes = [...document.querySelectorAll('main :is(h1, h2, h3, h4, p, li, label, legend, a, button)')]
                .filter(element => element.checkVisibility() && !element.matches('.govuk-visually-hidden'));
            const isOver = (one, other) => one.left < other.right - 1 && other.left < one.right - 1
                && one.top < other.bottom - 1 && other.top < one.bottom - 1;
            const covered = boxes.filter(button => button.matches('.govuk-button')).flatMap(button => boxes
                .filter(other => !other.contains(button) && !button.contains(other)
                    && isOver(button.getBoundingClientRect(), other.getBoundingClientRect()))
                .map(other => `“${button.innerText}” covers “${other.innerText.slice(0, 80)}”`));
            const texts = [], walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const around = walker.currentNode.parentElement;
                if (walker.currentNode.data.trim() !== '' && getComputedStyle(around).whiteSpace !== 'nowrap'
                    && !around.closest('svg, select, textarea, .govuk-visually-hidden')) {
                    texts.push([walker.currentNode, walker.currentNode.data]);
                }
            }
            for (const [node, text] of texts) { node.data = `${text} https://${'long'.repeat(60)}.example`; }
            const tooWide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
            for (const [node, text] of texts) { node.data = text; }
            return {
                shown: shown.join(''),
                tooWide,
                covered,
                looks: [...looks],
            };
        }
        """;

    /// <summary>What can be opened on the screen and would not be on paper. What asks for something need not be.</summary>
    private const string NotPrinted = """
        () => [...document.querySelectorAll('main details')]
            .filter(details => details.checkVisibility() && !details.matches(':has(> form, > .govuk-details__text > form)')
                && ![...details.children].every(part => part.checkVisibility()))
            .map(details => details.querySelector('summary').innerText)
        """;

    /// <summary>What axe finds. It fetches files once more only where there are sounds or films: no other rule that runs wants any.</summary>
    private const string Faults = """
        async withContrast => (await axe.run(document, {
            resultTypes: ['violations'],
            preload: document.querySelector('audio, video') !== null,
            rules: { 'color-contrast': { enabled: withContrast } },
        })).violations.map(fault => `${fault.id}: ${fault.help} (${fault.nodes.map(node => node.html).join(', ')})`)
        """;

    /// <summary>
    /// Looks of texts in which axe found nothing in this run, by the width of the window. Most of its time goes into the contrast of texts,
    /// which is the same wherever a text has the same look; so it examines the contrast of a page on which some look is new. Every other
    /// rule examines every page.
    /// </summary>
    private static readonly ConcurrentDictionary<(int Width, string Look), bool> InOrder = new();

    /// <summary>
    /// No accessibility fault (WCAG 2.0 to 2.2, A and AA, and best practice), nothing wider than the window, and nothing under a button, on a
    /// desk and on a phone; and whatever can be opened is printed.
    /// </summary>
    /// <param name="page">The page as it is shown; it keeps its size.</param>
    /// <param name="javaScript">False where the visit is without script: axe cannot look then, and a picture is all there is.</param>
    public static async Task IsSoundAsync(this IPage page, bool javaScript = true)
    {
        if (!javaScript)
        {
            await page.KeepPictureAsync();
            return;
        }

        var own = new ViewportSize { Width = page.ViewportSize!.Width, Height = page.ViewportSize.Height };
        var onADesk = await page.IsSoundAtAsync(Chromium.Desk, lookedAt: null);
        await page.IsSoundAtAsync(Chromium.Phone, lookedAt: onADesk);
        await page.ResizeAsync(own);
        if (await page.Locator("main details").CountAsync() > 0)
        {
            await page.EmulateMediaAsync(new() { Media = Media.Print });
            var notPrinted = await page.EvaluateAsync<string[]>(NotPrinted);
            await page.EmulateMediaAsync(new() { Media = Media.Screen });
            Assert.True(notPrinted.Length == 0, $"{page.Url} does not print: {string.Join("; ", notPrinted)}");
        }
    }

    /// <param name="page">The page.</param>
    /// <param name="size">The window it is shown in.</param>
    /// <param name="lookedAt">What axe has looked at already. It need not look again at the same elements, for a narrower window only moves them.</param>
    /// <returns>Which elements are shown.</returns>
    private static async Task<string> IsSoundAtAsync(this IPage page, ViewportSize size, string? lookedAt)
    {
        await page.ResizeAsync(size);
        await page.KeepPictureAsync();

        var look = await page.EvaluateAsync<PageLook>(Look);
        if (look.Shown != lookedAt)
        {
            Assert.Single(page.Frames);
            var isNewLook = look.Looks.Any(text => !InOrder.ContainsKey((size.Width, text)));
            var faults = await page.EvaluateAsync<string[]>(Faults, isNewLook);
            Assert.True(faults.Length == 0, $"{page.Url} at {size.Width} px: {string.Join("; ", faults)}");
            foreach (var text in look.Looks)
            {
                InOrder.TryAdd((size.Width, text), true);
            }
        }

        Assert.True(look.Covered.Length == 0, $"{page.Url} at {size.Width} px: {string.Join("; ", look.Covered)}");
        Assert.True(look.TooWide <= 0, $"{page.Url} with long words is {look.TooWide} px wider than the window of {size.Width} px");
        return look.Shown;
    }

    private static Task ResizeAsync(this IPage page, ViewportSize size) =>
        (page.ViewportSize!.Width, page.ViewportSize.Height) == (size.Width, size.Height)
            ? Task.CompletedTask
            : page.SetViewportSizeAsync(size.Width, size.Height);

    /// <summary>Keeps a picture of the page where DATASHARING_SCREENSHOTS names a folder, for somebody to look at.</summary>
    private static async Task KeepPictureAsync(this IPage page)
    {
        if (Environment.GetEnvironmentVariable("DATASHARING_SCREENSHOTS") is { Length: > 0 } folder)
        {
            var name = string.Concat(new Uri(page.Url).PathAndQuery.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
            await page.ScreenshotAsync(
                new()
                {
                    Path = Path.Combine(
                        folder,
                        $"{(name.Length == 0 ? "home" : name[..Math.Min(name.Length, 60)])}-{page.ViewportSize!.Width}.png"
                    ),
                    FullPage = true,
                }
            );
        }
    }

    private sealed class PageLook
    {
        public string Shown { get; set; } = "";

        public int TooWide { get; set; }

        public string[] Covered { get; set; } = [];

        public string[] Looks { get; set; } = [];
    }
}
