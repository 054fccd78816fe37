namespace DataSharing.Web.Pages.Law.Drafts;

/// <summary>What is said with a step of an edition on its way to release.</summary>
public sealed class StepForm
{
    public string? ChangeNote { get; set; }
    public string? ReturnReason { get; set; }
    public string? WithdrawReason { get; set; }

    /// <summary>The text of the one that was sent.</summary>
    public string? Typed => ChangeNote ?? ReturnReason ?? WithdrawReason;
}
