// Written by Scripts/terminfo.

/// A terminfo entry of our own that says red, green and blue.
struct DirectEntry {
  /// What it is called.
  let name: String
  /// The entry itself, as the variable TERMINFO takes it.
  let entry: String

  /// Of xterm and its kin.
  static let xterm = DirectEntry(
    name: "rv-direct",
    entry: """
      b64:HgIYAB0ADwBpAckBcnYtZGlyZWN0fDI0LWJpdCBjb2xvdXIAAAEAAAEAAAAAAAAAAAEBAAAAAAAAAAAAAAAA\
      AAEAUAAAAAgAAAAYAAAA_____________________________________________________wAAAAEAAAEA__8A\
      AAIABAD__xUAHQAhACUA__8wAEEAQwBHAE4A__9QAFcA__9bAP__________________XwBkAP__bQD_______9y\
      AP__dwB8AP__hQCJAP_______5IA____________________________________________________________\
      ________________________________________________________________________________________\
      _________________5gA________oQCqAP__swD_______________________________-8AP__xwD_________\
      _______________________________________________JAM8A____________________________________\
      ________________________________________________________________________________________\
      ________________________________________________________________________________________\
      ________________________________________________________________________________________\
      _________9UA________________________________________________________________________2gD_\
      _________________________________-MA________________________6AD_________________________\
      _________________________________________________________________________-4AWwEHAA0AG1sl\
      aSVwMSVkOyVwMiVkcgAbW0gbWzJKABtbSwAbW0oAG1slaSVwMSVkRwAbWyVpJXAxJWQ7JXAyJWRIAAoAG1tIABtb\
      PzI1bAAIABtbPzI1aAAbW0MAG1tBABtbMW0AG1s_MTA0OWgAG1sybQAbWzdtABtbNG0AG1slcDElZFgAG1ttABtb\
      PzEwNDlsABtbMjRtABtbJXAxJWRCABtbJXAxJWREABtbJXAxJWRDABtbJXAxJWRBABtbJWklcDElZGQACgAbWz83\
      aAAbWz83bAAbWzFLABtbMzk7NDltABtbM20AG1syM20AG1slPyVwMSV7OH0lPCV0MyVwMSVkJWUlcDElezE2fSU8\
      JXQ5JXAxJXs4fSUtJWQlZTM4OzI7JXAxJXs2NTUzNn0lLyVkOyVwMSV7MjU2fSUvJXsyNTV9JSYlZDslcDElezI1\
      NX0lJiVkJTttABtbJT8lcDElezh9JTwldDQlcDElZCVlJXAxJXsxNn0lPCV0MTAlcDElezh9JS0lZCVlNDg7Mjsl\
      cDElezY1NTM2fSUvJWQ7JXAxJXsyNTZ9JS8lezI1NX0lJiVkOyVwMSV7MjU1fSUmJWQlO20AAAEAAAAAAAEABAAB\
      AAAAUkdCAA==
      """
  )

  /// Inside tmux and screen.
  static let tmux = DirectEntry(
    name: "rv-tmux-direct",
    entry: """
      b64:HgIdAA8ADwBpAckBcnYtdG11eC1kaXJlY3R8MjQtYml0IGNvbG91cgAAAQAAAQAAAAAAAAAAAQFQAAAACAAA\
      ABgAAAD_____________________________________________________AAAAAQAAAQD__wAAAgAEAP__FQAd\
      ACEAJQD__zAAQQBDAEcATgD__1AAVwD__1sA__________________9fAGQA__9tAP_______3IA__93AHwA__-F\
      AIkA________kgD_________________________________________________________________________\
      ________________________________________________________________________________________\
      ____mAD_______-hAKoA__-zAP_______________________________7wA___HAP______________________\
      _________________________________8kAzwD_________________________________________________\
      ________________________________________________________________________________________\
      ________________________________________________________________________________________\
      ____________________________________________________________________________________1QD_\
      _______________________________________________________________________aAP______________\
      ____________________4wD________________________oAP______________________________________\
      ____________________________________________________________7gBbAQcADQAbWyVpJXAxJWQ7JXAy\
      JWRyABtbSBtbMkoAG1tLABtbSgAbWyVpJXAxJWRHABtbJWklcDElZDslcDIlZEgACgAbW0gAG1s_MjVsAAgAG1s_\
      MjVoABtbQwAbW0EAG1sxbQAbWz8xMDQ5aAAbWzJtABtbN20AG1s0bQAbWyVwMSVkWAAbW20AG1s_MTA0OWwAG1sy\
      NG0AG1slcDElZEIAG1slcDElZEQAG1slcDElZEMAG1slcDElZEEAG1slaSVwMSVkZAAKABtbPzdoABtbPzdsABtb\
      MUsAG1szOTs0OW0AG1szbQAbWzIzbQAbWyU_JXAxJXs4fSU8JXQzJXAxJWQlZSVwMSV7MTZ9JTwldDklcDElezh9\
      JS0lZCVlMzg7MjslcDElezY1NTM2fSUvJWQ7JXAxJXsyNTZ9JS8lezI1NX0lJiVkOyVwMSV7MjU1fSUmJWQlO20A\
      G1slPyVwMSV7OH0lPCV0NCVwMSVkJWUlcDElezE2fSU8JXQxMCVwMSV7OH0lLSVkJWU0ODsyOyVwMSV7NjU1MzZ9\
      JS8lZDslcDElezI1Nn0lLyV7MjU1fSUmJWQ7JXAxJXsyNTV9JSYlZCU7bQAAAQAAAAAAAQAEAAEAAABSR0IA
      """
  )
}
