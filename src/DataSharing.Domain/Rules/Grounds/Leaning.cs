namespace DataSharing.Domain.Rules.Grounds;

/// <summary>Which way a sentence of the table of preferences points.</summary>
internal enum Leaning
{
    For,

    /// <summary>It says why to hesitate.</summary>
    Doubt,

    /// <summary>An answer of the draft excludes it, though no rule looks at that.</summary>
    Against,
}
