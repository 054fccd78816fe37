using System.Text.Json;
using System.Text.Json.Nodes;

namespace DataSharing.Web.Forms;

/// <summary>
/// What a form was shown with. It carries this in a hidden field, so that whoever changed the same thing while the form was open is not
/// overwritten unseen.
/// </summary>
/// <param name="State">A text that differs once what the form is about has changed.</param>
/// <param name="Fields">The fields as they were shown, where the changes of two people can be put together.</param>
public sealed record Opened(string State, JsonObject? Fields = null)
{
    /// <summary>The hidden field.</summary>
    public const string Field = "opened";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Null if there is none: the browser has it, so it may say anything.</summary>
    public static Opened? Parse(string? sent)
    {
        try
        {
            return
                string.IsNullOrEmpty(sent)
                || JsonNode.Parse(sent, documentOptions: Strict) is not JsonObject opened
                || opened["state"]?.GetValueKind() is not JsonValueKind.String
                ? null
                : new Opened(opened["state"]!.GetValue<string>(), opened["fields"]?.DeepClone() as JsonObject);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>As the hidden field says it.</summary>
    public override string ToString() => new JsonObject { ["state"] = State, ["fields"] = Fields?.DeepClone() }.ToJsonString();
}

/// <summary>A page whose forms say what they were shown with.</summary>
public interface IOpenedForm
{
    /// <summary>An <see cref="Opened"/> as text.</summary>
    string? OpenedWith { get; }
}
