using DataSharing.Domain.Agreements.Evidence;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DataSharing.Web.Pages.Agreements.Evidence;

/// <summary>A document that somebody chose in their browser.</summary>
internal static class UploadedEvidence
{
    private const string Key = "Form.File";

    /// <returns>The file, if nothing is wrong with it or with the rest of the form; else the form says what is.</returns>
    public static async Task<CheckedFile?> ReadAsync(
        IFormFile sent,
        EvidenceForm form,
        ModelStateDictionary errors,
        CancellationToken cancellationToken
    )
    {
        var file = await ReadAsync(sent, errors, cancellationToken);
        if (file is not null && form.HashAsSaid() is { } said && said != file.Hash)
        {
            errors.AddModelError("Form.Hash", $"The file that you chose has another SHA-256: {file.Hash}");
        }

        if (!errors.IsValid && file is not null)
        {
            errors.AddModelError(Key, $"Choose {file.Name} again: a browser does not keep a file when a form comes back");
        }

        return file;
    }

    private static async Task<CheckedFile?> ReadAsync(IFormFile sent, ModelStateDictionary errors, CancellationToken cancellationToken)
    {
        CheckedFile? file = null;
        var objection = CheckedFile.SizeObjection(sent.Length);
        if (objection is null)
        {
            var bytes = new byte[sent.Length];
            await using var stream = sent.OpenReadStream();
            await stream.ReadExactlyAsync(bytes, cancellationToken);
            CheckedFile.TryCheck(sent.FileName, sent.ContentType, bytes, out file, out objection);
        }

        if (objection is not null)
        {
            errors.AddModelError(Key, objection);
        }

        return file;
    }
}
