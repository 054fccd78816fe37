using DataSharing.Domain.Content;

namespace DataSharing.Domain.Rules;

/// <summary>A legal line meets a dataset.</summary>
/// <param name="Flow">The flow in which they meet; none for a dataset in no flow, which its controller's own lines touch.</param>
public sealed record Touch(LegalLine Line, Dataset Dataset, Flow? Flow);
