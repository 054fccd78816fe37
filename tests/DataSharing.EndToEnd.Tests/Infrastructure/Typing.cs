using Microsoft.Playwright;

namespace DataSharing.EndToEnd.Tests.Infrastructure;

/// <summary>Fills in a long form at once, for each step by itself takes long; but only where a hand could do it.</summary>
internal static class Typing
{
    private const string OpenDetails = """
        () => {
            for (let closed; closed = document.querySelector('main form details:not([open]) > summary');) {
                closed.click();
            }
        }
        """;

    /// <summary>What a hand could not do, because the control is not there, switched off, or behind something else.</summary>
    private const string TypeAll = """
        typed => typed.flatMap(({ Name, Value, IsChecked }) => {
            const control = [...document.getElementsByName(Name)].find(box => IsChecked === null || box.value === Value);
            control?.scrollIntoView({ block: 'center', behavior: 'instant' });
            const place = control?.getBoundingClientRect();
            const there = place && document.elementFromPoint(place.x + place.width / 2, place.y + place.height / 2);
            if (!there || control.matches(':disabled, :read-only:not(select, [type=radio], [type=checkbox])')
                || !(there === control || [...control.labels].some(label => label.contains(there)))) {
                return [`${Name} ${Value}`];
            }
            if (IsChecked === null) {
                control.value = Value;
            } else if (control.checked !== IsChecked) {
                control.click();
            }
            return IsChecked === null && control.value !== Value || IsChecked !== null && control.checked !== IsChecked ? [`${Name} ${Value}`] : [];
        })
        """;

    /// <summary>Opens all that is folded up in the form on the page.</summary>
    public static Task OpenDetailsAsync(this IPage page) => page.EvaluateAsync(OpenDetails);

    public static async Task TypeAsync(this IPage page, IReadOnlyList<TypedBox> typed)
    {
        if (typed.Count > 0)
        {
            Assert.Empty(await page.EvaluateAsync<string[]>(TypeAll, typed));
        }
    }
}

/// <param name="Name">The control's, or its group's.</param>
/// <param name="Value">What to type or choose, or which of a group.</param>
/// <param name="IsChecked">For one of a group: whether it is to be ticked.</param>
internal sealed record TypedBox(string Name, string Value, bool? IsChecked);
