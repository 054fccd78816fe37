using DataSharing.Domain.Content;

namespace DataSharing.Domain.Tests.Content;

/// <summary>A law book that knows every code except those a test takes out.</summary>
internal sealed class PermissiveLawCodes(params string[] unknown) : ILawCodes
{
    public bool Knows(string vocabulary, string code) => !unknown.Contains(code);

    public IEnumerable<string> Codes(string vocabulary) =>
        vocabulary switch
        {
            LawVocabulary.Gateway => ["GW-DEA35", "GW-DEA64", "GW-LOC1"],
            LawVocabulary.Art6 => ["A6-A", "A6-B", "A6-C", "A6-D", "A6-E", "A6-EA", "A6-F"],
            _ => [],
        };
}
