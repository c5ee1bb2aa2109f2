using IsoE.Web.CommandLine;

return await new VerbDispatch(Verbs.All).Run(args, Terminal.OfProcess(), CancellationToken.None);
