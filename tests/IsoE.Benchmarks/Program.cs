Console.WriteLine("IsoE");
