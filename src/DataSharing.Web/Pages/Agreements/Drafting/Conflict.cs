using System.Text.Json.Nodes;
using DataSharing.Documents.Narrative;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>Two people answered the same questions differently. Each answer can be taken from either.</summary>
/// <param name="Same">The questions that both answer alike.</param>
public sealed record Conflict(IReadOnlyList<ConflictingAnswer> Answers, IReadOnlyList<string> Same)
{
    /// <summary>Who saved the other answers, and when; null if nobody knows.</summary>
    public string? SavedBy { get; init; }

    internal static Conflict Between(
        AgreementContent content,
        LawBook lawBook,
        ContentPart part,
        JsonObject start,
        JsonObject theirs,
        JsonObject mine
    )
    {
        var (before, saved, typed) = (Told(start), Told(theirs), Told(mine));
        var differing = part
            .Questions.Where(q => !JsonNode.DeepEquals(ContentPointer.Resolve(theirs, q), ContentPointer.Resolve(mine, q)))
            .ToList();
        return new Conflict(
            [
                .. differing.Select(q => new ConflictingAnswer(
                    q,
                    ContentGuide.For(part.Path + q).Label,
                    before(q),
                    saved(q),
                    typed(q),
                    TakeMine: JsonNode.DeepEquals(ContentPointer.Resolve(theirs, q), ContentPointer.Resolve(start, q))
                )),
            ],
            [
                .. part
                    .Questions.Except(differing)
                    .Where(q => ContentPointer.Resolve(mine, q) is not null)
                    .Select(q => ContentGuide.For(part.Path + q).Label),
            ]
        );

        Func<string, string> Told(JsonObject answers)
        {
            var node = AgreementJson.ToNode(content);
            part.Write(node, answers, [.. part.Questions]);
            var words = new Answers(AgreementJson.Read(node), lawBook);
            return question => words.At(part.Path + question)?.InWords ?? "Not answered";
        }
    }
}

/// <param name="Question">Its pointer below the part.</param>
/// <param name="Before">The answer with which the form was opened.</param>
/// <param name="TakeMine">Only this person changed it, so theirs is what both probably want.</param>
public sealed record ConflictingAnswer(string Question, string Label, string Before, string Theirs, string Mine, bool TakeMine);
