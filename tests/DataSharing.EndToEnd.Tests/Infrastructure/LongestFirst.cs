using DataSharing.EndToEnd.Tests.Infrastructure;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace DataSharing.EndToEnd.Tests.Infrastructure;

/// <summary>The longest classes begin, so that none of them runs on when all others are done.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest =
    [
        nameof(DraftFromBlankTests),
        nameof(FromFileToActiveTests),
        nameof(EveryPageOfADraftTests),
        nameof(EveryPageTests),
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [
            .. testCollections.OrderBy(collection =>
                Longest
                    .Index()
                    .Where(one => collection.TestCollectionDisplayName.Contains($".{one.Item} ", StringComparison.Ordinal))
                    .Select(one => one.Index)
                    .DefaultIfEmpty(Longest.Length)
                    .First()
            ),
        ];
}
