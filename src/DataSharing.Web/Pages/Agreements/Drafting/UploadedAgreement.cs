using DataSharing.Domain.Agreements;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>An agreement as a file that somebody chose in their browser.</summary>
internal static class UploadedAgreement
{
    /// <returns>What was read, with all its errors; null where no file was chosen, or one that is no agreement by its size.</returns>
    public static async Task<ImportResult?> ReadAsync(
        IFormFile? file,
        LawBook lawBook,
        ModelStateDictionary errors,
        string key,
        CancellationToken cancellationToken
    )
    {
        if (file is null || file.Length == 0)
        {
            errors.AddModelError(key, file is null ? "Choose a file" : "The file is empty");
            return null;
        }

        await using var stream = file.OpenReadStream();
        var result = await AgreementImport.ReadAsync(stream, lawBook, cancellationToken);

        if (result.File is { Reference.Length: > Agreement.ExternalReferenceMaxLength })
        {
            errors.AddModelError(key, $"The file’s own reference has more than {Agreement.ExternalReferenceMaxLength} characters");
            return null;
        }

        if (!result.Succeeded)
        {
            errors.AddModelError(key, "The file cannot be brought in. What is wrong is listed below");
        }

        return result;
    }
}
