using IsoE.Office.Instances;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IsoE.Office.Messages;

public static class MessagesRegistration
{
    public static IServiceCollection AddMessages(this IServiceCollection services, OfficeOptions options)
    {
        services.TryAddSingleton(new MailOptions { Folder = Path.Combine(options.DataDirectory, "outgoing") });
        services.AddSingleton<MailGateway>();
        services.AddInstanceRows<MessageRow>(always: false);
        services.AddProjection<MessageProjection>();
        services.AddScoped<ListUndelivered>();
        services.AddScoped<SendAgain>();
        services.AddOutboxConsumer<SendMessage>(MessageProjection.SendTopic, new Text("Gửi thư điện tử", "Send a message"));
        return services;
    }
}
