namespace DataSharing.EndToEnd.Tests.Infrastructure;

/// <summary>The tests that share the one portal with nobody while they run.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
