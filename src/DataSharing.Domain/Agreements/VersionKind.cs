namespace DataSharing.Domain.Agreements;

/// <summary>Why a version was opened. Together with its predecessor it says what its label is and what it may build on.</summary>
public enum VersionKind
{
    /// <summary>The agreement's first (T01).</summary>
    First,

    /// <summary>Follows a version that was returned, taken back, not signed in time or reopened (T07, T11, T25, T26).</summary>
    AfterReturn,

    /// <summary>Changes a version in force, which stays in force until this one starts (T16).</summary>
    Amendment,

    /// <summary>Goes on with a version in force beyond its end (T20).</summary>
    Renewal,

    /// <summary>Takes a version that started in an emergency through the whole route (T24).</summary>
    EmergencyFollowUp,

    /// <summary>Follows a version that was rejected and then changed on appeal (T27).</summary>
    AfterAppeal,
}
