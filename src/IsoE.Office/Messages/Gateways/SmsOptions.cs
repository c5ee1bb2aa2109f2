using System.Text.RegularExpressions;

namespace IsoE.Office.Messages.Gateways;

/// <summary>How SMS are handed to a provider over HTTP: every provider is a set of templates, none needs code.</summary>
/// <remarks>
/// Templates may name <c>{to}</c> (0912345678), <c>{to84}</c> (84912345678), <c>{text}</c>, <c>{id}</c>, <c>{sender}</c> and
/// <c>{secret}</c>. Each value is written as its place asks: escaped in addresses and forms, as JSON text in JSON bodies.
/// </remarks>
public sealed record SmsOptions
{
    /// <summary>Address called for each message.</summary>
    public required string Url { get; init; }

    public string Method { get; init; } = "POST";

    /// <summary>Headers by name; <c>Authorization</c> with <c>{secret}</c> is the usual one.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Body; null for none, as with GET.</summary>
    public string? Body { get; init; }

    public string ContentType { get; init; } = "application/json";

    /// <summary>What stands for the agency as sender at the provider.</summary>
    public string Sender { get; init; } = "";

    /// <summary>Key or password of the provider, to be kept out of files: an environment variable sets it.</summary>
    public string Secret { get; init; } = "";

    /// <summary>What the answer must contain besides a status of 2xx; null when the status says all.</summary>
    public Regex? Success { get; init; }

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);
}
