using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;

namespace DataSharing.Web.Forms;

/// <summary>
/// What a form says, as one hash: its fields and files, and the query of its address, which may name the handler or what it is about.
/// </summary>
internal static class SentFields
{
    public static async Task<byte[]> HashAsync(HttpRequest request, IFormCollection form, CancellationToken cancellationToken)
    {
        var token = request.HttpContext.RequestServices.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.FormFieldName;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(request.Query.Where(p => p.Key != ParkedPosts.Parameter));
        Add(form.Where(field => field.Key != token && field.Key != FormIdFilter.Field));
        foreach (var file in form.Files)
        {
            AddText(file.Name);
            AddText(file.FileName);
            await using var content = file.OpenReadStream();
            hash.AppendData(await SHA256.HashDataAsync(content, cancellationToken));
        }

        return hash.GetHashAndReset();

        void Add(IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> fields)
        {
            var sorted = fields.OrderBy(field => field.Key, StringComparer.Ordinal).ToList();
            AddNumber(sorted.Count);
            foreach (var (name, values) in sorted)
            {
                AddText(name);
                AddNumber(values.Count);
                values.ToList().ForEach(AddText);
            }
        }

        // With its length before it: "ab" and "c" is not "a" and "bc".
        void AddText(string? text)
        {
            var bytes = Encoding.UTF8.GetBytes(text ?? "");
            AddNumber(bytes.Length);
            hash.AppendData(bytes);
        }

        void AddNumber(int number)
        {
            Span<byte> bytes = stackalloc byte[sizeof(int)];
            BinaryPrimitives.WriteInt32BigEndian(bytes, number);
            hash.AppendData(bytes);
        }
    }
}
