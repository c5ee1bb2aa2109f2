using IsoE.Office.Dossiers.Keeping;
using IsoE.Office.Instances;
using IsoE.Office.Messages.Gateways;
using IsoE.Office.Messages.Inbound;
using IsoE.Office.Messages.OptOut;
using IsoE.Office.Messages.Templates;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IsoE.Office.Messages;

public static class MessagesRegistration
{
    /// <remarks>SMS go to a provider when <see cref="SmsOptions"/> were registered before, else into the folder for outgoing messages.</remarks>
    public static IServiceCollection AddMessages(this IServiceCollection services, OfficeOptions options)
    {
        services.TryAddSingleton(new MailOptions { Folder = Path.Combine(options.DataDirectory, "outgoing") });
        services.TryAddSingleton(new MessageOptions());
        services.AddSingleton(_ => MessageTemplates.Load(options.DataDirectory));
        AddGateways(services);
        services.AddInstanceRows<MessageRow>(always: false);
        services.AddScoped<IErasesBesides, EraseOutgoing>();
        services.AddProjection<MessageProjection>();
        services.AddScoped<OptOuts>();
        services.AddScoped<RecordOptOut>();
        services.AddScoped<StopByLink>();
        services.AddScoped<SmsAnswers>();
        services.AddScoped<AnswerSms>();
        services.AddScoped<SendMessage>();
        services.AddScoped<DossierMessages>();
        services.AddScoped<ListMessages>();
        services.AddScoped<ListUndelivered>();
        services.AddScoped<TakeUndelivered>();
        services.AddScoped<SendAgain>();
        services.AddOutboxConsumer<DeliverMessage>(MessageProjection.SendTopic, new Text("Gửi tin nhắn, thư điện tử", "Send a message"));
        return services;
    }

    private static void AddGateways(IServiceCollection services)
    {
        services.AddSingleton<IMessageGateway, MailGateway>();
        if (services.Any(service => service.ServiceType == typeof(SmsOptions)))
            services.AddSingleton<IMessageGateway>(all => new HttpSmsGateway(
                all.GetRequiredService<SmsOptions>(), new HttpMessageInvoker(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })));
        else
            services.AddSingleton<IMessageGateway, SmsFileGateway>();
    }
}
