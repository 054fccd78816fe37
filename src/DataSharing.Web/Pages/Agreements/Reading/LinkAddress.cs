namespace DataSharing.Web.Pages.Agreements.Reading;

/// <summary>What the links of a text are in the portal.</summary>
public static class LinkAddress
{
    public static string Of(Link link) =>
        link switch
        {
            WebLink web => web.Address,
            LawLink law => "/law/" + Uri.EscapeDataString(law.Code),
            _ => throw new ArgumentOutOfRangeException(nameof(link), link, "The portal has no address for such a link."),
        };
}
