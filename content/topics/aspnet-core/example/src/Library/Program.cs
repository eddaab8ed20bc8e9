await Library.LibraryApp.Create(args).RunAsync();
