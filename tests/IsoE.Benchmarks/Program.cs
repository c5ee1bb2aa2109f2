using IsoE.Benchmarks;

if (args is ["kill-child", .. var rest])
    return await IsoE.Benchmarks.Kills.KilledOffice.Run(rest);
return await Commands.Run(args);
