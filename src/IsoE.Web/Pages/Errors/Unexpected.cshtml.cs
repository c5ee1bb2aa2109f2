using IsoE.Workflows;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IsoE.Web.Pages.Errors;

/// <summary>Shown when a page was refused or a bug stopped it: a reference number, and everything that had been typed, ready to be sent again.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, ResponseCache(NoStore = true)]
public sealed class UnexpectedModel : PageModel
{
    public string Reference => HttpContext.TraceIdentifier;

    /// <summary>Why the office refused, where no form could show it; null when a bug stopped the page.</summary>
    public Text? Rejected { get; private set; }

    public string SentTo { get; private set; } = "/";

    /// <summary>What a person typed, shown and sent again.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Typed { get; private set; } = [];

    /// <summary>What the page added by itself: keys and tokens, sent again unseen.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Hidden { get; private set; } = [];

    public void OnGet() => Gather();

    public void OnPost() => Gather();

    private void Gather()
    {
        if (HttpContext.Features.Get<IExceptionHandlerPathFeature>() is not { } failure) return;
        Rejected = (failure.Error as RejectedException)?.Reason;
        SentTo = failure.Path + Request.QueryString;
        if (!Request.HasFormContentType) return;
        var sent = Request.Form
            .Where(field => !field.Key.Contains("password", StringComparison.OrdinalIgnoreCase))
            .SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")))
            .ToList();
        Typed = [.. sent.Where(field => !IsOurs(field.Key) && field.Value.Length > 0)];
        Hidden = [.. sent.Where(field => IsOurs(field.Key))];
    }

    private static bool IsOurs(string name) =>
        name.StartsWith("__", StringComparison.Ordinal)
        || name.EndsWith("CommandId", StringComparison.Ordinal)
        || name.EndsWith("Version", StringComparison.Ordinal);
}
