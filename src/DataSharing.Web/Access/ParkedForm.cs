using DataSharing.Persistence.Forms;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace DataSharing.Web.Access;

/// <summary>What somebody typed, kept until they see the form again.</summary>
/// <param name="Address">Where it was sent to, with its query.</param>
/// <param name="Fields">All of them; files are not kept.</param>
/// <param name="Before">What was sent under the same id before and saved; null if this was never taken.</param>
/// <param name="IsPutOff">Its person was signed in all the time: it was not taken because something or somebody was too busy.</param>
internal sealed record ParkedForm(string Address, IReadOnlyDictionary<string, string?[]> Fields, SavedBefore? Before, bool IsPutOff = false)
{
    /// <summary>The id that the form keeps; one that was used up gets a new one.</summary>
    public Guid? Id => Before is null && Guid.TryParse(Fields.GetValueOrDefault(Forms.FormIdFilter.Field)?[0], out var id) ? id : null;

    /// <summary>Whether a form that is sent to this address is this one.</summary>
    public bool IsOf(string address) => Plain(address) == Plain(Address);

    /// <summary>As the forms of a page read what was posted.</summary>
    public IFormCollection ToForm() => new FormCollection(Fields.ToDictionary(f => f.Key, f => new StringValues(f.Value)));

    // Without the name of the parked post, which the address has only after the sign-in.
    private static string Plain(string address)
    {
        var parts = address.Split('?', 2);
        var query = parts is [_, var all] ? QueryHelpers.ParseQuery(all).Where(p => p.Key != ParkedPosts.Parameter) : [];
        return parts[0] + QueryString.Create(query.OrderBy(p => p.Key, StringComparer.Ordinal));
    }
}

/// <summary>That a form was saved before, for the page that shows it again.</summary>
/// <param name="Answer">Where its person was led; null if that was never known.</param>
/// <param name="At">Security time.</param>
internal sealed record SavedBefore(string? Answer, DateTimeOffset At)
{
    public static SavedBefore Of(SentForm form) => new(form.Answer, form.At);
}
