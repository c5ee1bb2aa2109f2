namespace IsoE.Office.Messages.Gateways;

/// <summary>Writes SMS into a folder, for installations without a gateway: <c>ID.sms</c>, the number in the first line.</summary>
internal sealed class SmsFileGateway(MailOptions options) : IMessageGateway
{
    public MessageChannel Channel => MessageChannel.Sms;

    public async Task Send(OutgoingMessage message, CancellationToken cancel)
    {
        Directory.CreateDirectory(options.Folder);
        var text = $"{message.Addresses.Single()}\n{message.Text}\n";
        await File.WriteAllTextAsync(Path.Combine(options.Folder, $"{message.Id}.sms"), text, cancel);
    }
}
