using System.Diagnostics;
using System.Globalization;
using System.Net;
using AngleSharp;
using AngleSharp.Html.Dom;

namespace IsoE.Benchmarks.Visitors;

/// <summary>One person of the agency at a browser: reads the inbox, opens dossiers, receives one now and then, and thinks in between.</summary>
internal sealed class Officer(Uri server, string user, string password, IReadOnlyList<string> codes, Random random) : IDisposable
{
    /// <summary>What the press of the button at the reception is called in the table.</summary>
    public const string Accepting = "officer: accept a dossier";

    /// <summary>Mean time between an answer and the next question, seconds.</summary>
    private const double Thinking = 4;

    private static readonly (string, string)[] Typed =
    [
        ("ApplicantName", "Trần Văn Tải"), ("Phone", "0903123456"), ("Address", "12 Lê Lợi"),
        ("Answers[businessName]", "Hộ kinh doanh Bình Minh"), ("Answers[ownerIdentity]", "079090001234"), ("Answers[businessAddress]", "12 Lê Lợi"),
        ("Answers[placeKind]", "owned"), ("Answers[businessLines]", "4711 - Bán lẻ lương thực"), ("Answers[capital]", "50.000.000"),
        ("Answers[workers]", "3"), ("Answers[startOn]", "01/12/2030"), ("Answers[isHousehold]", "false"), ("Answers[filedByAgent]", "false"),
        ("Answers[dataAvailable]", "true"), ("Papers[request].State", "enough"), ("Answers[desk:pages]", "12"), ("Answers[desk:originalsChecked]", "true"),
    ];

    private readonly HttpClient _http = FromAnyAddress.Client(server, keepsConnection: true, new CookieContainer());

    /// <exception cref="InvalidOperationException">The account cannot sign in.</exception>
    public async Task SignIn()
    {
        using var answer = await Send("/Session/SignIn", "main form", [("UserName", user), ("Password", password)]);
        if (answer.StatusCode != HttpStatusCode.Redirect) throw new InvalidOperationException($"{user} cannot sign in: {answer.StatusCode}.");
    }

    public async Task Work(Answers answers, bool receives, CancellationToken until)
    {
        while (!until.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromSeconds(-Math.Log(1 - random.NextDouble()) * Thinking), until).ContinueWith(_ => { }, TaskScheduler.Default);
            if (until.IsCancellationRequested) return;
            await Next(receives)(answers);
        }
    }

    public void Dispose() => _http.Dispose();

    private Func<Answers, Task> Next(bool receives) => random.Next(10) switch
    {
        < 4 => answers => Get(answers, "officer: inbox", "/Tasks?list=Unit"),
        < 8 => answers => Get(answers, "officer: a dossier", $"/Dossiers/Dossier/{codes[random.Next(codes.Count)]}"),
        _ when receives => Receive,
        _ => answers => Get(answers, "officer: search", string.Create(CultureInfo.InvariantCulture, $"/Dossiers?q=tran+van+{random.Next(100)}")),
    };

    private Task Get(Answers answers, string kind, string address) => answers.Take(kind, Stopwatch.GetTimestamp(), async () =>
    {
        using var answer = await _http.GetAsync(new Uri(address, UriKind.Relative));
        await answer.Content.ReadAsByteArrayAsync();
        return answer.IsSuccessStatusCode;
    });

    /// <summary>Opening the form and pressing its button are timed apart.</summary>
    private async Task Receive(Answers answers)
    {
        var (target, values) = (server, new List<KeyValuePair<string, string>>());
        await answers.Take("officer: reception form", Stopwatch.GetTimestamp(), async () =>
        {
            // Everybody applies once: a second open dossier of the same person would have to be explained.
            var number = string.Create(CultureInfo.InvariantCulture, $"079090{random.Next(1_000_000):000000}");
            (target, values) = await Filled("/Dossiers/Receive?procedureCode=1.001612", "#reception", [.. Typed, ("IdentityNumber", number)]);
            return true;
        });
        if (values.Count == 0) return;
        await answers.Take(Accepting, Stopwatch.GetTimestamp(), async () =>
        {
            using var answer = await _http.PostAsync(target, new FormUrlEncodedContent(values));
            return answer.StatusCode == HttpStatusCode.Redirect;
        });
    }

    private async Task<HttpResponseMessage> Send(string page, string form, IReadOnlyList<(string, string)> typed)
    {
        var (target, values) = await Filled(page, form, typed);
        return await _http.PostAsync(target, new FormUrlEncodedContent(values));
    }

    private async Task<(Uri Target, List<KeyValuePair<string, string>> Values)> Filled(string address, string form, IReadOnlyList<(string Name, string Value)> typed)
    {
        var html = await _http.GetStringAsync(new Uri(address, UriKind.Relative));
        var page = await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html).Address(new Uri(server, address).ToString()));
        var element = (IHtmlFormElement)page.QuerySelector(form)!;
        var values = element.Elements.OfType<IHtmlInputElement>().Where(each => each.Type is "hidden" || (each.Type is "radio" && each.IsChecked))
            .Select(each => (each.Name, Value: (string?)each.Value))
            .Concat(element.Elements.OfType<IHtmlSelectElement>().Select(each => (each.Name, each.Value)))
            .Where(pair => pair.Name is { Length: > 0 } && typed.All(each => each.Name != pair.Name))
            .Select(pair => KeyValuePair.Create(pair.Name!, pair.Value ?? "")).ToList();
        values.AddRange(typed.Select(each => KeyValuePair.Create(each.Name, each.Value)));
        var button = element.QuerySelector("button.btn-primary[type=submit]");
        if (button?.GetAttribute("name") is { Length: > 0 } name) values.Add(KeyValuePair.Create(name, button.GetAttribute("value") ?? ""));
        return (new Uri(server, button?.GetAttribute("formaction") is { Length: > 0 } action ? action : element.Action), values);
    }
}
