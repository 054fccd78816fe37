namespace DataSharing.Domain.Content;

/// <summary>The text is a code of the law book (§2), checked there and not by a C# enum, because the law changes.</summary>
/// <param name="vocabulary">One of <see cref="LawVocabulary"/>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LawCodeAttribute(string vocabulary) : Attribute
{
    public string Vocabulary { get; } = vocabulary;

    /// <summary>Whether any other text is an answer too, for what the book does not know.</summary>
    public bool OrText { get; init; }
}

/// <summary>The text is the id of an item elsewhere in the same agreement.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RefersToAttribute(ItemKinds kinds) : Attribute
{
    public ItemKinds Kinds { get; } = kinds;
}

/// <summary>The text is an ISO 8601 duration such as P8Y or P28D.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DurationAttribute : Attribute
{
    /// <summary>Whether "Indefinite" is an answer too.</summary>
    public bool OrIndefinite { get; init; }
}

/// <summary>The text is an ISO 3166-1 alpha-2 country code; GB includes Northern Ireland.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CountryAttribute : Attribute;

/// <summary>The text has at most so many characters.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LongestAttribute(int characters) : Attribute
{
    public int Characters { get; } = characters;
}

/// <summary>What an id may be the id of.</summary>
[Flags]
public enum ItemKinds
{
    None = 0,
    Party = 1,
    Purpose = 2,
    Dataset = 4,

    /// <summary>A field of the dataset that the same record names.</summary>
    Field = 8,
    PermittedRecipient = 16,
    ConditionalRecipient = 32,
}

/// <summary>
/// A record of a list, with an id unique in its list and never reused within the agreement. Ids are a letter followed by at most
/// 39 letters, digits and hyphens. Parties carry a short code chosen by the drafter (KMC), fields mostly their name
/// (dateOfBirth); the others a prefix and a number: purposes P1, datasets D1, legal lines L1, flows F1.
/// </summary>
public interface IItem
{
    string Id { get; }
}
