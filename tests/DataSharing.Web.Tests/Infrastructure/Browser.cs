using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace DataSharing.Web.Tests.Infrastructure;

/// <summary>Opens pages and sends their forms as a browser without script does: with the form's own hidden fields.</summary>
/// <param name="client">Where it goes.</param>
/// <param name="isOnePerson">The same person is signed in for good, so that one antiforgery token serves all posts.</param>
public sealed class Browser(HttpClient client, bool isOnePerson = false)
{
    private string? _token;

    /// <summary>A page that was opened twice: the same fields, but another form.</summary>
    public static (string Name, string? Value) InAnotherWindow => ("form-id", Guid.NewGuid().ToString());

    public HttpClient Client => client;

    public async Task<Answer> GetAsync(string address)
    {
        using var response = await client.GetAsync(address, TestContext.Current.CancellationToken);
        return await AnswerAsync(response);
    }

    /// <summary>Opens the page, fills in its form and sends it. Fields that are not named keep what the page put there.</summary>
    public async Task<Answer> SendAsync(string address, params (string Name, string? Value)[] fields)
    {
        var page = await GetAsync(address);
        return page.Status == HttpStatusCode.OK ? await SendAsync(page, address, fields) : page;
    }

    /// <summary>Sends the form of a page that was opened before: a stale page, a second press.</summary>
    public async Task<Answer> SendAsync(Answer page, string address, params (string Name, string? Value)[] fields)
    {
        var form = page.Document.QuerySelectorAll<IHtmlFormElement>("main form[method=post]").First();
        return await SendAsync(form, address, fields);
    }

    public async Task<Answer> SendAsync(IHtmlFormElement form, string address, params (string Name, string? Value)[] fields)
    {
        var names = fields.Select(f => f.Name).ToHashSet();
        var sent = Controls(form)
            .Where(c => !names.Contains(c.Key))
            .Concat(fields.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Name, f.Value!)));
        var action = form.GetAttribute("action") is { Length: > 0 } own ? own : address;
        using var content = new FormUrlEncodedContent(sent);
        using var response = await client.PostAsync(action, content, TestContext.Current.CancellationToken);
        return await AnswerAsync(response);
    }

    /// <summary>Opens the page, chooses a file in its form and sends it.</summary>
    public async Task<Answer> SendFileAsync(string address, byte[]? file, params (string Name, string? Value)[] fields)
    {
        var page = await GetAsync(address);
        return page.Status == HttpStatusCode.OK ? await SendFileAsync(page, address, file, fields) : page;
    }

    public Task<Answer> SendFileAsync(Answer page, string address, byte[]? file, params (string Name, string? Value)[] fields) =>
        SendFileAsync(page, address, file is null ? null : new ChosenFile("some.agreement.json", file), fields);

    public async Task<Answer> SendFileAsync(Answer page, string address, ChosenFile? file, params (string Name, string? Value)[] fields)
    {
        var form = page.Document.QuerySelectorAll<IHtmlFormElement>("main form[method=post]").First();
        using var content = new MultipartFormDataContent { HeaderEncodingSelector = (_, _) => Encoding.UTF8 };
        foreach (
            var (name, value) in Controls(form)
                .Select(c => (c.Key, c.Value))
                .Where(c => fields.All(f => f.Name != c.Key))
                .Concat(fields.Select(f => (f.Name, f.Value ?? "")))
        )
        {
            content.Add(new StringContent(value), name);
        }

        if (file is not null)
        {
            var bytes = new ByteArrayContent(file.Bytes);
            bytes.Headers.ContentType = file.Type is null ? null : new(file.Type);
            bytes.Headers.TryAddWithoutValidation(
                "Content-Disposition",
                $"form-data; name=\"{form.Elements.OfType<IHtmlInputElement>().Single(i => i.Type == "file").Name}\"; filename=\"{AsBrowsersWriteIt(file.Name)}\""
            );
            content.Add(bytes);
        }

        using var response = await client.PostAsync(address, content, TestContext.Current.CancellationToken);
        return await AnswerAsync(response);
    }

    /// <summary>Posts without having opened the page: with a token of the person's own and an id not used before, but whatever fields the test likes.</summary>
    public async Task<Answer> PostAsync(string address, params (string Name, string? Value)[] fields)
    {
        var token = isOnePerson ? _token ??= await TokenAsync() : await TokenAsync();
        using var content = new FormUrlEncodedContent(
            new[] { InAnotherWindow, ("form-token", token) }
                .Where(own => fields.All(f => f.Name != own.Item1))
                .Concat(fields)
                .Where(f => f.Item2 is not null)
                .Select(f => KeyValuePair.Create(f.Item1, f.Item2!))
        );
        using var response = await client.PostAsync(address, content, TestContext.Current.CancellationToken);
        return await AnswerAsync(response);
    }

    /// <summary>Posts just that, without any token.</summary>
    public async Task<Answer> PostRawAsync(string address, HttpContent? content = null)
    {
        using var response = await client.PostAsync(address, content, TestContext.Current.CancellationToken);
        return await AnswerAsync(response);
    }

    /// <summary>A valid antiforgery token of whoever is signed in, from the sign-out form that every page has.</summary>
    public async Task<string?> TokenAsync() =>
        (await GetAsync("/privacy")).Document.QuerySelector<IHtmlInputElement>("input[name=form-token]")?.Value;

    // HTML, multipart/form-data encoding algorithm.
    private static string AsBrowsersWriteIt(string name) =>
        name.Replace("\"", "%22", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private static IEnumerable<KeyValuePair<string, string>> Controls(IHtmlFormElement form)
    {
        foreach (var control in form.Elements.OfType<IElement>())
        {
            switch (control)
            {
                case IHtmlInputElement { Name.Length: > 0, Type: "checkbox" or "radio" } box when box.IsChecked:
                    yield return KeyValuePair.Create(box.Name!, box.Value);
                    break;
                case IHtmlInputElement { Name.Length: > 0, Type: not ("checkbox" or "radio" or "file" or "submit") } input:
                    yield return KeyValuePair.Create(input.Name!, input.Value);
                    break;
                case IHtmlTextAreaElement { Name.Length: > 0 } area:
                    yield return KeyValuePair.Create(area.Name!, area.Value);
                    break;
                case IHtmlSelectElement { Name.Length: > 0 } select when select.Value is { } value:
                    yield return KeyValuePair.Create(select.Name!, value);
                    break;
            }
        }
    }

    private static async Task<Answer> AnswerAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Answer(
            response.StatusCode,
            response.Headers.Location,
            body,
            response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(",", h.Value))
        );
    }
}

/// <summary>A file that somebody chooses in a form.</summary>
/// <param name="Type">What the browser says that it is, if it knows.</param>
public sealed record ChosenFile(string Name, byte[] Bytes, string? Type = null);

/// <summary>What the portal answered.</summary>
public sealed record Answer(HttpStatusCode Status, Uri? Location, string Body, IReadOnlyDictionary<string, string> Headers)
{
    private static readonly HtmlParser Parser = new();

    private readonly Lazy<IHtmlDocument> _document = new(() => Parser.ParseDocument(Body)); // most answers are asked only for their status

    public IHtmlDocument Document => _document.Value;

    public string Heading => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";

    public string Main => Document.QuerySelector("main")?.TextContent ?? "";

    public IReadOnlyList<string> Errors => [.. Document.QuerySelectorAll(".govuk-error-summary li").Select(e => e.TextContent.Trim())];
}
