namespace DataSharing.Web.Pages.Organisations.Evidence;

/// <summary>What was just done to evidence, for the page that says so.</summary>
public enum EvidenceDone
{
    Recorded,
    Renewed,
    Removed,
}
