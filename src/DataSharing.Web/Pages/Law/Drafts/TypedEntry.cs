using System.Text.Json.Nodes;
using DataSharing.Domain.Law;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DataSharing.Web.Pages.Law.Drafts;

/// <summary>What was typed about one provision, member by member, and what is wrong with it.</summary>
internal sealed class TypedEntry(IFormCollection sent, string kind, ModelStateDictionary state)
{
    private const string Prefix = "Typed.";

    /// <summary>The members whose answers are wrong already.</summary>
    private readonly HashSet<string> _wrong = [];

    private readonly IReadOnlyList<LawMember> _members = LawMember.Of(kind);

    /// <summary>Whether anything was typed at all.</summary>
    public static bool IsIn(IFormCollection sent) => sent.Keys.Any(field => field.StartsWith(Prefix, StringComparison.Ordinal));

    public static IReadOnlyList<string> Of(LawMember member, IFormCollection sent) =>
        [.. sent[Prefix + member.Name].Select(text => text?.ReplaceLineEndings("\n") ?? "")];

    /// <summary>The summary of errors links to the question by its id.</summary>
    public static string KeyOf(LawMember member) => "m-" + member.Name;

    /// <summary>What is not said is not written: null is no member of a file.</summary>
    public static JsonObject Said(JsonObject typed) =>
        new(typed.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));

    public void RefuseCode(string objection)
    {
        state.AddModelError(nameof(EntryModel.NewCode), objection);
        _wrong.Add("code");
    }

    /// <summary>The provision as it was typed. What was left alone stays as it was shown, to the letter.</summary>
    /// <param name="shown">What the form was shown with; null if it does not say.</param>
    /// <param name="entry">The provision as it is now.</param>
    public JsonObject Over(JsonObject? shown, JsonObject entry, string code)
    {
        var typed = (shown ?? entry).DeepClone().AsObject(); // a list keeps the order in which it was shown
        (typed["kind"], typed["code"]) = (kind, code);
        foreach (var member in _members)
        {
            if (shown is not null && Of(member, sent).SequenceEqual(member.Show(shown)))
            {
                continue;
            }

            if (member.Take([.. Of(member, sent)], typed) is { } objection)
            {
                state.AddModelError(KeyOf(member), objection);
                _wrong.Add(member.Name);
                member.StandIn(typed, entry);
            }
        }

        return typed;
    }

    /// <summary>
    /// Each problem beside its question. What comes of an answer that is wrong already, or stands in for one, is left out.
    /// </summary>
    /// <param name="code">Of this provision; the others have problems too.</param>
    public void Tell(IReadOnlyList<LawProblem> problems, string code, bool isNew)
    {
        foreach (var problem in problems.Where(problem => problem.Code != code || !problem.Members.Any(_wrong.Contains)))
        {
            if (problem.Code == code && problem.Members is ["code", ..] && isNew)
            {
                state.AddModelError(nameof(EntryModel.NewCode), problem.Message);
            }
            else if (
                problem.Code == code
                && _members.FirstOrDefault(member => problem.Members is [var first, ..] && member.Name == first) is { } member
            )
            {
                state.AddModelError(KeyOf(member), $"{member.Label}: {problem.Message}");
            }
            else
            {
                state.AddModelError("", problem.ToString());
            }
        }
    }
}
