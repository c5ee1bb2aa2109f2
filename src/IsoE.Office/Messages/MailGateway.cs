using System.Net;
using System.Net.Mail;

namespace IsoE.Office.Messages;

/// <summary>Hands e-mail to the mail server, or to a folder where there is none.</summary>
internal sealed class MailGateway(MailOptions options)
{
    /// <param name="id">Identifies the message for good: a receiver that gets it twice can drop one.</param>
    /// <exception cref="SmtpException">The server did not take it.</exception>
    public async Task Send(string id, IReadOnlyList<string> addresses, string subject, string body, CancellationToken cancel)
    {
        using var message = new MailMessage { From = new MailAddress(options.From), Subject = subject, Body = body };
        message.Headers.Add("Message-ID", $"<{id}@{options.From.Split('@')[^1]}>");
        foreach (var address in addresses)
            message.To.Add(address);
        using var client = Client();
        await client.SendMailAsync(message, cancel);
    }

    private SmtpClient Client()
    {
        if (options.Host is { } host)
            return new SmtpClient(host, options.Port)
            {
                EnableSsl = true,
                Credentials = options.UserName is { } name ? new NetworkCredential(name, options.Password) : null,
            };
        Directory.CreateDirectory(options.Folder);
        return new SmtpClient
        {
            DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory,
            PickupDirectoryLocation = Path.GetFullPath(options.Folder),
        };
    }
}
