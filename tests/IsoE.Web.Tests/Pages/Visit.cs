using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AngleSharp;
using AngleSharp.Html.Dom;

namespace IsoE.Web.Tests.Pages;

/// <summary>Somebody at a browser without script: follows addresses, fills in forms, keeps cookies.</summary>
internal sealed class Visit : IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
    {
        BaseAddress = WebOffice.Address,
    };

    public HttpResponseMessage Answer { get; private set; } = null!;

    public IHtmlDocument Page { get; private set; } = null!;

    public HttpStatusCode Status => Answer.StatusCode;

    public string Errors => Page.QuerySelector(".error-summary")?.TextContent ?? "";

    public static Visit Anonymous() => new();

    public static async Task<Visit> As(string user)
    {
        var visit = new Visit();
        await visit.Open("/Session/SignIn");
        await visit.Send("main form", ("UserName", user), ("Password", WebOffice.Samples.Password));
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.Redirect), $"{user} could not sign in: {visit.Errors}");
        return visit;
    }

    public async Task<Visit> Open(string address)
    {
        await Read(await _http.GetAsync(new Uri(address, UriKind.Relative)));
        return this;
    }

    /// <summary>Follows the redirect of the last answer.</summary>
    public Task<Visit> Follow() => Open(new Uri(WebOffice.Address, Answer.Headers.Location!).PathAndQuery);

    /// <summary>Sends a form of the page with what stands in it, changed by <paramref name="typed"/>; the last of a name counts, a null value leaves the field out.</summary>
    public async Task<Visit> Send(string form, params (string Name, string? Value)[] typed) => await Press(form, null, typed);

    /// <summary>Presses the button with these words in the form.</summary>
    public async Task<Visit> Press(string form, string? button, params (string Name, string? Value)[] typed)
    {
        var element = (IHtmlFormElement?)Page.QuerySelector(form) ?? throw new AssertionException($"The page has no {form}.");
        var pressed = button is null ? null : (IHtmlButtonElement?)element.QuerySelectorAll("button").FirstOrDefault(each => each.TextContent.Contains(button, StringComparison.Ordinal))
            ?? throw new AssertionException($"The form has no button “{button}”.");
        var values = Filled(element).Where(pair => typed.All(each => each.Name != pair.Key)).ToList();
        values.AddRange(typed.GroupBy(each => each.Name).Select(each => each.Last()).Where(each => each.Value is not null).Select(each => KeyValuePair.Create(each.Name, each.Value!)));
        if (pressed is { Name.Length: > 0 }) values.Add(KeyValuePair.Create(pressed.Name!, pressed.Value));
        var address = pressed?.GetAttribute("formaction") ?? element.GetAttribute("action");
        var target = new Uri(WebOffice.Address, string.IsNullOrEmpty(address) ? Page.DocumentUri : address);
        await Read(await _http.PostAsync(target, new FormUrlEncodedContent(values)));
        return this;
    }

    /// <summary>Sends a form of the page with a file chosen in it.</summary>
    public async Task<Visit> Upload(string form, string field, string fileName, byte[] bytes)
    {
        var element = (IHtmlFormElement)Page.QuerySelector(form)!;
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in Filled(element)) content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent(bytes), field, fileName);
        var action = element.GetAttribute("action");
        await Read(await _http.PostAsync(new Uri(WebOffice.Address, string.IsNullOrEmpty(action) ? Page.DocumentUri : action), content));
        return this;
    }

    /// <summary>A file, as it is downloaded.</summary>
    public Task<byte[]> Bytes(string address) => _http.GetByteArrayAsync(new Uri(address, UriKind.Relative));

    public Task<JsonNode?> Json(string address) => _http.GetFromJsonAsync<JsonNode>(new Uri(address, UriKind.Relative));

    /// <summary>Posts JSON, as a program does.</summary>
    public async Task<string> Post(string address, JsonNode body)
    {
        Answer = await _http.PostAsJsonAsync(new Uri(address, UriKind.Relative), body);
        return await Answer.Content.ReadAsStringAsync();
    }

    /// <summary>Goes back to a page seen before, as the browser's back button does.</summary>
    public void Back(IHtmlDocument page) => Page = page;

    public void Dispose() => _http.Dispose();

    private static IEnumerable<KeyValuePair<string, string>> Filled(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } or IHtmlInputElement { Type: "file" } or IHtmlButtonElement:
                    break;
                case IHtmlInputElement { Name.Length: > 0 } input:
                    yield return KeyValuePair.Create(input.Name!, input.Value);
                    break;
                case IHtmlSelectElement { Name.Length: > 0 } select:
                    yield return KeyValuePair.Create(select.Name!, select.Value ?? "");
                    break;
                case IHtmlTextAreaElement { Name.Length: > 0 } area:
                    yield return KeyValuePair.Create(area.Name!, area.Value);
                    break;
            }
        }
    }

    private async Task Read(HttpResponseMessage answer)
    {
        Answer = answer;
        var isPage = answer.Content.Headers.ContentType?.MediaType == "text/html";
        var text = isPage ? await answer.Content.ReadAsStringAsync() : "";
        Page = (IHtmlDocument)await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(text).Address(answer.RequestMessage!.RequestUri!.ToString()));
    }
}
