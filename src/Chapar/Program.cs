return await Chapar.Hosting.Verbs.RunAsync(args);
