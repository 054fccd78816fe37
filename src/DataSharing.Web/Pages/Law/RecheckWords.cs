using DataSharing.Domain.Agreements.Rechecks;

namespace DataSharing.Web.Pages.Law;

public static class RecheckWords
{
    public static string InWords(this RecheckReason reason) => reason switch
    {
        RecheckReason.Night => "Nightly check",
        RecheckReason.LawBook => "A law book was released",
        RecheckReason.Policy => "A policy was released",
        RecheckReason.Evidence => "An organisation’s evidence changed",
        _ => "An administrator asked for it"
    };

    /// <summary>What changed, so that it is found now.</summary>
    public static string InWords(this FindingCause cause) => cause switch
    {
        FindingCause.Law => "The law changed",
        FindingCause.Policy => "The portal’s policy changed",
        FindingCause.Evidence => "Evidence runs out",
        _ => "A date has come"
    };
}
