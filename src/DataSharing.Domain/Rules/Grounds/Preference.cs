using DataSharing.Domain.Law;

namespace DataSharing.Domain.Rules.Grounds;

/// <summary>A line of the table that says which codes suit which situation.</summary>
/// <param name="Suits">The codes it is about.</param>
/// <param name="When">The situation in which it holds.</param>
/// <param name="Because">One plain sentence; {org} stands for the party.</param>
internal sealed record Preference(
    GroundQuestion Question,
    Leaning Leaning,
    Func<LawEntry, GroundSituation, bool> Suits,
    Func<GroundSituation, bool> When,
    string Because
)
{
    /// <summary>Where the answers stand that decide it, if it is a few.</summary>
    public Func<GroundSituation, IEnumerable<string>> Places { get; init; } = _ => [];

    public bool Holds(GroundQuestion question, LawEntry entry, GroundSituation situation) =>
        Question == question && When(situation) && Suits(entry, situation);

    public Preference RestingOn(Func<GroundSituation, IEnumerable<string>> places) => this with { Places = places };
}
