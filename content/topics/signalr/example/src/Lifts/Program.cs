using Lifts;

await LiftApp.Build(args).RunAsync();
