using System.Net;
using System.Net.Mail;

namespace IsoE.Office.Messages.Gateways;

/// <summary>Hands e-mail to the mail server, or to a folder where there is none.</summary>
internal sealed class MailGateway(MailOptions options) : IMessageGateway
{
    public MessageChannel Channel => MessageChannel.Email;

    /// <exception cref="SmtpException">The server did not take it.</exception>
    public async Task Send(OutgoingMessage message, CancellationToken cancel)
    {
        using var mail = new MailMessage { From = new MailAddress(options.From), Subject = message.Subject, Body = message.Text };
        mail.Headers.Add("Message-ID", $"<{message.Id}@{options.From.Split('@')[^1]}>");
        if (message.OptOutLink is { } link) mail.Headers.Add("List-Unsubscribe", $"<{link}>");
        foreach (var address in message.Addresses)
            mail.To.Add(address);
        using var client = Client();
        await client.SendMailAsync(mail, cancel);
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
