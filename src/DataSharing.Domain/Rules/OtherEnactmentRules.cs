using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using static DataSharing.Domain.Rules.Declare;
using static DataSharing.Domain.Rules.Reading;

namespace DataSharing.Domain.Rules;

/// <summary>An enactment that the law book does not hold: what the draft must say of it, and that a lawyer looks at it.</summary>
internal static class OtherEnactmentRules
{
    public static IEnumerable<Rule> All { get; } =
    [
        Error("DSA-133")
            .Law("Vires: a public body may only do what the law lets it do")
            .FromBook(2)
            .ForEach(Cited)
            .When(use => !NamesEnactment(use.Citation))
            .At((a, use) => a.At(use.Line, $"gateways/{use.Citation.Id}/{FirstMissing(use.Citation)}"))
            .Says("Name the Act and section, say whether it is a power or a duty, and why it covers this sharing."),
        Warning("DSA-134")
            .Policy()
            .FromBook(2)
            .ForEach(Cited)
            .When((a, use) => NamesEnactment(use.Citation) && InBook(a, use.Citation) is null)
            .At((a, use) => a.At(use.Line, $"gateways/{use.Citation.Id}").Naming("enactment", NameOf(use.Citation)))
            .Says("{enactment} is not in the law book: a legal adviser looks at it."),
        Warning("DSA-134")
            .Policy()
            .FromBook(2)
            .ForEach(Cited)
            .When((a, use) => NamesEnactment(use.Citation) && InBook(a, use.Citation) is not null)
            .At(
                (a, use) =>
                    a.At(use.Line, $"gateways/{use.Citation.Id}/code")
                        .Naming("enactment", NameOf(use.Citation))
                        .Naming("code", InBook(a, use.Citation) is { } known ? $"{known.Name} ({known.Code})" : "")
            )
            .Says("The law book has {enactment} as {code}: cite that."),
    ];

    /// <summary>Title and section, as a citation is read.</summary>
    public static string NameOf(GatewayCitation citation) => $"{citation.OtherTitle} {citation.OtherSection}";

    private static IEnumerable<GatewayRules.Use> Cited(Reading a) =>
        GatewayRules.Uses(a).Where(use => use.Gateway.Code == Gateway.OtherEnactment);

    private static string FirstMissing(GatewayCitation citation) =>
        Answers.Missing(citation.OtherTitle) ? "otherTitle"
        : Answers.Missing(citation.OtherSection) ? "otherSection"
        : citation.OtherKind is null ? "otherKind"
        : "otherWhy";

    /// <summary>Compared by letters and digits alone, for people write "s 115", "s.115" and "section 115".</summary>
    private static Gateway? InBook(Reading a, GatewayCitation citation) =>
        Plain(NameOf(citation)) is { Length: > 0 } cited
            ? a.LawBook.Of<Gateway>().FirstOrDefault(gateway => gateway.Citation.Split(';').Any(part => Plain(part) == cited))
            : null;

    private static string Plain(string text) =>
        string.Concat(
            text.Replace("section", "s", StringComparison.OrdinalIgnoreCase)
                .Replace("regulation", "reg", StringComparison.OrdinalIgnoreCase)
                .Where(char.IsLetterOrDigit)
                .Select(char.ToUpperInvariant)
        );
}
