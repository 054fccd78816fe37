namespace DataSharing.Domain.Content;

/// <summary>The codes that the law book knows; the vocabularies are those of <see cref="LawVocabulary"/>.</summary>
public interface ILawCodes
{
    bool Knows(string vocabulary, string code);

    /// <summary>All codes of a vocabulary, to tell people what is allowed.</summary>
    IEnumerable<string> Codes(string vocabulary);
}
