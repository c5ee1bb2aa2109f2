using IsoE.PortalSimulator;

// --urls=http://localhost:5080 --secret=S [--seed=1] [--faults=none]: takes what an agency tells, and fails on purpose.
// --send=5 --to=http://localhost:5000/api/portal/H29.150/events: also submits so many dossiers to the agency.
var builder = WebApplication.CreateBuilder(args);
var settings = builder.Configuration;
var secret = settings["secret"] ?? throw new InvalidOperationException("Expected --secret=..., the secret that both sides share.");
var seed = settings.GetValue("seed", 1);
var portal = new SimulatedPortal(seed, settings["faults"] == "none" ? Faults.None : Faults.Many);
using var answers = new Interface(portal, secret, TimeProvider.System.GetUtcNow);
await using var app = builder.Build();
app.MapFallback(async context =>
{
    using var body = new MemoryStream();
    await context.Request.Body.CopyToAsync(body);
    var headers = context.Request.Headers;
    using var answer = answers.Answer(context.Request.Method, context.Request.Path, headers["X-Timestamp"].ToString(), headers["X-Signature"].ToString(), body.ToArray());
    if (answer is null)
    {
        context.Abort();
        return;
    }
    context.Response.StatusCode = (int)answer.StatusCode;
    context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
    await answer.Content.CopyToAsync(context.Response.Body);
});
await app.StartAsync();
Console.WriteLine($"The simulated portal listens at {app.Urls.First()}, seed {seed}.");
if (settings["to"] is { } to) await PortalSubmissions.Send(new Uri(to), secret, settings.GetValue("send", 5), seed, default);
await app.WaitForShutdownAsync();
