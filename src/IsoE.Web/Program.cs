using IsoE.Web.Hosting;

await WebHost.Build(args).RunAsync();
