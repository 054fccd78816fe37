using DataSharing.Documents.Narrative;
using DataSharing.Domain.Agreements;
using DataSharing.Web.Pages.Agreements.Drafting.Answering;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>What the button of a form asks for beside saving.</summary>
/// <param name="Then">As the form sends it; empty for the Enter key.</param>
internal sealed record PressedButton(string? Then)
{
    /// <summary>Only to say what saving would do.</summary>
    public bool Checks => Then == "check";

    /// <summary>To show the form once more with what the person chose of two people's answers.</summary>
    public bool ChangesFurther => Then == "again";

    /// <summary>To look for something among the choices. The Enter key does where something is in a box for searching.</summary>
    public bool Searches(IFormCollection sent) =>
        Then == "search"
        || (
            string.IsNullOrEmpty(Then)
            && sent.Any(box =>
                box.Key.StartsWith(SearchedTagHelper.Prefix, StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(box.Value)
            )
        );

    /// <summary>Moves an item of a list, or puts a removed one back, where that was asked for.</summary>
    public void Follow(Agreement agreement, Func<string, bool> mayEdit, Actor actor, DateTimeOffset now)
    {
        switch (Then?.Split(':'))
        {
            case ["move", var path, var direction] when mayEdit(path):
                agreement.MoveItem(path, direction == "up" ? -1 : 1, actor, now);
                break;

            case ["restore", var path] when agreement.ConsiderRestoring(path, actor) is Verdict.Permitted:
                agreement.RestoreItem(path, actor, now);
                break;
        }
    }

    /// <summary>Where it leads after saving; null for the usual place.</summary>
    public string? AddressAfter(PathString page, IUrlHelper url) =>
        Then?.Split(':') switch
        {
            ["move" or "restore", var path, ..] => $"{page}?saved={path}#{Anchor.Of(path)}",
            [['/', ..]] when url.IsLocalUrl(Then) => Then,
            _ => null,
        };
}
