using System.Text.Json.Nodes;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Content;
using DataSharing.Domain.Rules.Grounds;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>What a legal line answers to the questions about its grounds, and how one of them is answered anew.</summary>
internal sealed class LineAnswers(Agreement agreement, AgreementVersion version, LegalLine line)
{
    private readonly string _path = $"/legalLines/{line.Id}";

    /// <summary>All answers, each by itself: who was answering another question is in nobody's way.</summary>
    public JsonObject Fields =>
        new(
            Enum.GetValues<GroundQuestion>()
                .Select(question => KeyValuePair.Create(question.ToString(), (JsonNode?)Of(GroundVocabulary.Of(question))))
                .Append(KeyValuePair.Create(nameof(GroundModel.InTask), (JsonNode?)OfTask))
        );

    /// <summary>Whether the party acts in its public task, as the form says it: "true", "false", or empty for not knowing yet.</summary>
    public string OfTask =>
        line.InPerformanceOfTask switch
        {
            true => "true",
            false => "false",
            null => "",
        };

    /// <summary>One answer takes the place of another, is added to a set, or becomes an item of its own.</summary>
    public void Choose(GroundVocabulary vocabulary, string code, Actor actor, DateTimeOffset now)
    {
        if (ContentShape.At(_path + vocabulary.Path) is ListShape { Element: RecordShape })
        {
            var list = _path + vocabulary.Path;
            agreement.AddItem(
                list,
                new JsonObject { ["id"] = ContentItems.NextId(list, version.UsedIds(list)), ["code"] = code },
                actor,
                now
            );
        }
        else
        {
            Answer(
                vocabulary.Path,
                vocabulary.HasSeveral
                    ? new JsonArray([.. vocabulary.Chosen(line).OfType<string>().Append(code).Select(one => JsonValue.Create(one))])
                    : JsonValue.Create(code),
                actor,
                now
            );
        }
    }

    public void SayTask(bool? isInTask, Actor actor, DateTimeOffset now) =>
        Answer("/inPerformanceOfTask", isInTask is { } said ? JsonValue.Create(said) : null, actor, now);

    private string Of(GroundVocabulary vocabulary) => string.Join(' ', vocabulary.Chosen(line).OfType<string>());

    private void Answer(string question, JsonNode? answer, Actor actor, DateTimeOffset now)
    {
        var part = ContentPart.OfItem(_path)!;
        var answers = part.Read(version.Document.ToNode());
        ContentPointer.Set(answers, question, answer);
        agreement.ChangeAnswers(part, answers, [question], actor, now);
    }
}
