namespace DataSharing.Domain.Rules.Grounds;

/// <summary>What a legal line must say: each is answered with codes of one vocabulary of the law book.</summary>
public enum GroundQuestion
{
    /// <summary>UK GDPR Article 6.</summary>
    Article6,

    /// <summary>UK GDPR Annex 1, for the basis that asks for it.</summary>
    Annex1,

    /// <summary>UK GDPR Article 9.</summary>
    Article9,

    /// <summary>UK GDPR Article 10.</summary>
    Article10,

    /// <summary>Data Protection Act 2018, Schedule 1.</summary>
    Schedule1,

    /// <summary>Data Protection Act 2018, section 35.</summary>
    Part3,

    /// <summary>Data Protection Act 2018, Schedule 8.</summary>
    Schedule8,

    /// <summary>The power or duty to disclose.</summary>
    Power,

    /// <summary>What sets confidence aside.</summary>
    Confidence,
}
