namespace IsoE.Office.Messages.Gateways;

/// <summary>How e-mail leaves the installation.</summary>
public sealed record MailOptions
{
    /// <summary>Mail server; null: messages are written as <c>.eml</c> files into <see cref="Folder"/> instead.</summary>
    public string? Host { get; init; }

    public int Port { get; init; } = 587;

    public string? UserName { get; init; }

    public string? Password { get; init; }

    /// <summary>Address in the From line.</summary>
    public string From { get; init; } = "no-reply@localhost";

    /// <summary>Folder for messages while there is no mail server.</summary>
    public required string Folder { get; init; }
}
