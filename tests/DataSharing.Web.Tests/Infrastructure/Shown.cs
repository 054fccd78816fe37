using System.Text.Json.Nodes;
using DataSharing.Web.Forms;

namespace DataSharing.Web.Tests.Infrastructure;

/// <summary>What a form says that it was shown with, as a test makes it up.</summary>
internal static class Shown
{
    /// <summary>A version and its content.</summary>
    public static (string, string?) With(string hash, int version = 1) => (Opened.Field, new Opened($"{version} {hash}").ToString());

    /// <summary>The fields of a form.</summary>
    public static (string, string?) With(JsonObject fields) => (Opened.Field, new Opened("", fields).ToString());
}
