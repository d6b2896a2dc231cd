/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tables of foreign words, by vocabulary, meaning and language. A word has one meaning in a vocabulary, whatever
 * the language; one that has two ("D", "O") is left out.
 */
#include "formats/import-word-table.h"

const MarathonImportMeaning marathon_import_sex_meanings[] = {
  { "",
    /* en */ "unknown;not stated;not specified;unspecified;undisclosed;prefer not to say;prefer not to answer;"
             "rather not say;n/a;n.a.;none;?;"
    /* de */ "unbekannt;keine Angabe;k.A.;k. A.;ohne Angabe;"
    /* fr */ "inconnu;non précisé;non renseigné;"
    /* es */ "desconocido;no especificado;prefiero no decirlo;"
    /* it */ "sconosciuto;non specificato;"
    /* nl */ "onbekend;niet opgegeven;"
    /* pt */ "desconhecido;não informado;não especificado;"
    /* pl */ "nieznana;nieznany;nie podano;"
    /* sv */ "okänd;okänt;ej angivet;"
    /* cs */ "neznámé;neuvedeno" },
  { "M",
    /* en */ "man;men;mens;boy;boys;gentleman;gentlemen;gent;gents;mr;mister;masculine;"
    /* de */ "H;männlich;maennlich;männl;Mann;Männer;Maenner;Herr;Herren;Junge;Jungen;Knabe;"
    /* fr */ "homme;hommes;masculin;garçon;garçons;monsieur;messieurs;"
    /* es */ "hombre;hombres;masculino;varón;varones;chico;chicos;señor;"
    /* it */ "uomo;uomini;maschio;maschi;maschile;ragazzo;ragazzi;signore;"
    /* nl */ "mannen;mannelijk;heer;heren;de heer;dhr;jongen;jongens;"
    /* pt */ "homem;homens;masculina;rapaz;senhor;"
    /* pl */ "mężczyzna;mężczyźni;męski;męska;chłopiec;pan;"
    /* sv */ "män;manlig;herrar;pojke;pojkar;kille;"
    /* cs */ "muž;muži;mužský;mužské;chlapec;chlapci" },
  { "F",
    /* en */ "W;woman;women;womens;lady;ladies;girl;girls;mrs;ms;miss;feminine;"
    /* de */ "weiblich;weibl;Frau;Frauen;Dame;Damen;Mädchen;Maedchen;"
    /* fr */ "femme;femmes;féminin;dames;fille;filles;madame;mme;mademoiselle;mlle;"
    /* es */ "mujer;mujeres;femenino;femenina;chica;chicas;señora;sra;"
    /* it */ "donna;donne;femmina;femmine;femminile;ragazza;ragazze;signora;sig.ra;"
    /* nl */ "V;vrouw;vrouwen;vrouwelijk;meisje;meisjes;mevrouw;mevr;mw;"
    /* pt */ "mulher;mulheres;feminino;feminina;senhora;"
    /* pl */ "K;kobieta;kobiety;żeński;żeńska;dziewczyna;dziewczynka;pani;"
    /* sv */ "kvinna;kvinnor;kvinnlig;dam;damer;flicka;flickor;tjej;"
    /* cs */ "Ž;žena;ženy;ženský;ženské;dívka;dívky" },
  { "X",
    /* en */ "nonbinary;nb;enby;diverse;other;third gender;gender neutral;gender diverse;genderqueer;gender fluid;"
             "genderfluid;agender;intersex;"
    /* de */ "divers;div;nichtbinär;nicht-binär;andere;anderes;"
    /* fr */ "non binaire;autre;"
    /* es */ "no binario;no binaria;otro;otra;"
    /* it */ "non binario;non binaria;altro;altra;"
    /* nl */ "non-binair;anders;overig;"
    /* pt */ "não binário;não binária;outro;outra;"
    /* pl */ "niebinarny;niebinarna;osoba niebinarna;inny;inna;inne;"
    /* sv */ "icke-binär;ickebinär;annat;annan;"
    /* cs */ "nebinární;jiné;jiný" },
  { NULL },
};

const MarathonImportMeaning marathon_import_mode_meanings[] = {
  { "running",
    /* en */ "run;runner;foot;on foot;able-bodied;ambulant;ambulatory;walk;walker;walking;"
    /* de */ "Laufen;Lauf;Läufer;Läuferin;zu Fuß;Fußgänger;"
    /* fr */ "course;course à pied;coureur;coureuse;à pied;"
    /* es */ "corredor;corredora;carrera;carrera a pie;a pie;"
    /* it */ "corsa;corridore;podista;corsa a piedi;a piedi;"
    /* nl */ "hardlopen;hardloper;hardloopster;loper;loopster;lopen;"
    /* pt */ "corrida;corredor a pé;a pé;"
    /* pl */ "bieg;biegi;biegacz;biegaczka;pieszo;"
    /* sv */ "löpning;löpare;till fots;"
    /* cs */ "běh;běžec;běžkyně;pěšky" },
  { "racing-chair",
    /* en */ "racing chair;wheelchair;wheel chair;wheelchair racer;wheelchair racing;wheelchair athlete;wheeler;chair;"
             "w/c;push rim;pushrim;push rim wheelchair;pushrim wheelchair;racing wheel chair;"
    /* de */ "Rollstuhl;Rennrollstuhl;Rollstuhlfahrer;Rollstuhlfahrerin;Rollstuhlsport;"
    /* fr */ "fauteuil;fauteuil roulant;fauteuil de course;athlète en fauteuil;"
    /* es */ "silla de ruedas;silla;silla de carreras;silla de atletismo;"
    /* it */ "carrozzina;carrozzina olimpica;carrozzina da corsa;sedia a rotelle;"
    /* nl */ "rolstoel;racerolstoel;wedstrijdrolstoel;rolstoeler;rolstoelatleet;"
    /* pt */ "cadeira de rodas;cadeira de corrida;cadeirante;"
    /* pl */ "wózek;wózki;wózek inwalidzki;wózek wyścigowy;na wózku;"
    /* sv */ "rullstol;racerullstol;racingrullstol;"
    /* cs */ "vozík;invalidní vozík;závodní vozík;vozíčkář;vozíčkářka" },
  { "handcycle",
    /* en */ "hand cycle;handbike;hand bike;handcyclist;handcycling;handbiker;handcycles;handbikes;hand crank;"
    /* de */ "Handbiker;Handbikerin;Handkurbelrad;"
    /* fr */ "vélo à main;handcycliste;"
    /* es */ "bicicleta de mano;bici de mano;ciclismo de mano;"
    /* it */ "handbiker;bicicletta a mano;"
    /* nl */ "handfiets;handbiken;"
    /* pt */ "bicicleta de mão;"
    /* pl */ "rower ręczny;rower z napędem ręcznym;"
    /* sv */ "handcykel;"
    /* cs */ "ruční kolo" },
  { "frame",
    /* en */ "running frame;frame running;frame runner;framerunning;framerunner;race running;racerunning;race runner;"
             "racerunner;petra;"
    /* de */ "Laufrahmen;Rahmenlauf" },
  { "everyday-chair",
    /* en */ "everyday chair;wheelchair everyday;wheelchair day;day chair;day wheelchair;manual wheelchair;everyday wheel chair;standard wheelchair;"
    /* de */ "Alltagsrollstuhl;Alltags-Rollstuhl;normaler Rollstuhl;"
    /* fr */ "fauteuil manuel;fauteuil de tous les jours;fauteuil roulant manuel;"
    /* es */ "silla manual;silla de ruedas manual;silla de uso diario;"
    /* it */ "carrozzina manuale;carrozzina da passeggio;"
    /* nl */ "gewone rolstoel;dagelijkse rolstoel;handbewogen rolstoel;"
    /* pt */ "cadeira manual;cadeira de rodas manual;cadeira de uso diário;"
    /* pl */ "wózek codzienny;wózek ręczny;"
    /* sv */ "vardagsrullstol;manuell rullstol;"
    /* cs */ "mechanický vozík;běžný vozík" },
  { NULL },
};

const MarathonImportMeaning marathon_import_status_meanings[] = {
  { "accepted",
    /* en */ "accept;confirmed;registered;paid;entered;enrolled;approved;active;complete;completed;successful;valid;"
             "guaranteed;place confirmed;entry confirmed;ok;"
    /* de */ "angenommen;akzeptiert;bestätigt;bestaetigt;angemeldet;gemeldet;bezahlt;zugelassen;aktiv;startberechtigt;"
    /* fr */ "accepté;acceptée;confirmé;confirmée;inscrit;inscrite;payé;payée;validé;validée;"
    /* es */ "aceptado;aceptada;confirmado;confirmada;inscrito;inscrita;pagado;pagada;registrado;registrada;admitido;"
             "admitida;"
    /* it */ "accettato;accettata;confermato;confermata;iscritto;iscritta;pagato;pagata;registrato;registrata;"
    /* nl */ "geaccepteerd;bevestigd;ingeschreven;aangemeld;betaald;geregistreerd;toegelaten;"
    /* pt */ "aceito;aceita;aceite;pago;paga;registado;registada;aprovado;aprovada;"
    /* pl */ "przyjęty;przyjęta;zaakceptowany;zaakceptowana;potwierdzony;potwierdzona;potwierdzone;zarejestrowany;"
             "zarejestrowana;opłacony;opłacona;opłacone;opłacono;"
    /* sv */ "accepterad;antagen;godkänd;bekräftad;anmäld;registrerad;betald;betalt;"
    /* cs */ "přijat;přijata;přijatý;přijatá;potvrzen;potvrzena;potvrzeno;registrován;registrována;zaplaceno;přihlášen;"
             "přihlášena;schváleno" },
  { "applied",
    /* en */ "application;applicant;pending;waiting;waiting list;wait list;waitlist;waitlisted;reserve;reserve list;"
             "requested;submitted;provisional;in progress;under review;on hold;incomplete;unpaid;not paid;"
             "payment pending;pending payment;awaiting payment;in ballot;"
    /* de */ "beworben;beantragt;offen;ausstehend;Warteliste;in Bearbeitung;vorgemerkt;vorläufig;unbezahlt;"
             "nicht bezahlt;"
    /* fr */ "candidat;candidate;candidature;demandé;demandée;en attente;liste d'attente;en cours;non payé;non payée;"
    /* es */ "solicitado;solicitada;pendiente;pendiente de pago;en espera;lista de espera;preinscrito;preinscrita;"
             "no pagado;"
    /* it */ "richiesto;richiesta;in attesa;in attesa di pagamento;lista d'attesa;preiscritto;preiscritta;non pagato;"
    /* nl */ "aangevraagd;in afwachting;in behandeling;wachtlijst;niet betaald;onbetaald;"
    /* pt */ "candidato;candidata;pendente;em espera;não pago;pré-inscrito;pré-inscrita;"
    /* pl */ "oczekujący;oczekująca;oczekuje;lista oczekujących;lista rezerwowa;w trakcie;nieopłacony;nieopłacona;"
             "nieopłacone;"
    /* sv */ "ansökt;väntande;väntar;väntelista;reserv;obetald;ej betald;"
    /* cs */ "čeká;čekající;čekací listina;pořadník;náhradník;náhradnice;nezaplaceno;v řešení" },
  { "withdrawn",
    /* en */ "withdraw;withdrew;withdrawal;wd;cancelled;canceled;cancel;cancellation;scratched;scratch;pulled out;"
             "declined;rejected;refused;unsuccessful;not accepted;refunded;removed;deleted;void;inactive;"
    /* de */ "zurückgezogen;abgemeldet;abgesagt;storniert;Absage;abgelehnt;erstattet;gelöscht;inaktiv;"
    /* fr */ "retiré;retirée;annulé;annulée;désisté;désistée;désistement;forfait;refusé;refusée;remboursé;remboursée;"
    /* es */ "retirado;retirada;cancelado;cancelada;anulado;anulada;baja;renuncia;rechazado;rechazada;reembolsado;"
             "reembolsada;"
    /* it */ "ritirato;ritirata;annullato;annullata;cancellato;cancellata;rinuncia;rifiutato;rifiutata;rimborsato;"
             "rimborsata;"
    /* nl */ "teruggetrokken;geannuleerd;afgemeld;afgezegd;afgewezen;geweigerd;terugbetaald;"
    /* pt */ "desistiu;desistência;recusado;recusada;rejeitado;rejeitada;"
    /* pl */ "wycofany;wycofana;anulowany;anulowana;anulowane;rezygnacja;zrezygnował;zrezygnowała;wypisany;wypisana;"
             "odrzucony;odrzucona;odrzucone;"
    /* sv */ "återkallad;avanmäld;avbokad;avbokat;struken;avslagen;avvisad;återbetald;"
    /* cs */ "odhlášen;odhlášena;odstoupil;odstoupila;zrušen;zrušena;zrušeno;stornováno;odmítnut;odmítnuta;zamítnuto" },
  { "deferred",
    /* en */ "defer;deferral;postponed;deferred to next year;moved to next year;transferred to next year;"
    /* de */ "verschoben;aufgeschoben;zurückgestellt;auf nächstes Jahr verschoben;ins nächste Jahr verschoben;"
    /* fr */ "reporté;reportée;report;différé;différée;"
    /* es */ "aplazado;aplazada;pospuesto;pospuesta;diferido;diferida;"
    /* it */ "rinviato;rinviata;posticipato;posticipata;differito;differita;"
    /* nl */ "uitgesteld;doorgeschoven;verplaatst naar volgend jaar;"
    /* pt */ "adiado;adiada;"
    /* pl */ "przełożony;przełożona;przełożone;odroczony;odroczona;odroczone;przeniesiony;przeniesiona;"
    /* sv */ "uppskjuten;uppskjutet;framflyttad;framflyttat;"
    /* cs */ "odložen;odložena;odloženo;přeložen;přeložena;přesunuto" },
  { NULL },
};

const MarathonImportMeaning marathon_import_guide_role_meanings[] = {
  { "guide",
    /* en */ "guide runner;sighted guide;guides;guiding;"
    /* de */ "Begleitläufer;Begleitläuferin;Führungsläufer;Laufguide;"
    /* fr */ "coureur guide;guide coureur;coureuse guide;"
    /* es */ "guía;atleta guía;corredor guía;lazarillo;"
    /* it */ "guida;atleta guida;"
    /* nl */ "gids;buddyloper;gidsloper;"
    /* pt */ "atleta guia;corredor guia;"
    /* pl */ "przewodnik;przewodniczka;"
    /* sv */ "guidelöpare;ledsagare;ledsagarlöpare;"
    /* cs */ "vodič;vodička;trasér;trasérka" },
  { "support",
    /* en */ "supporter;helper;assistant;personal assistant;carer;companion;escort;buddy;"
    /* de */ "Begleiter;Begleiterin;Begleitperson;Betreuer;Betreuerin;Helfer;Helferin;Unterstützung;"
    /* fr */ "soutien;accompagnateur;accompagnatrice;accompagnant;accompagnante;assistante;"
    /* es */ "apoyo;acompañante;asistente;"
    /* it */ "supporto;accompagnatore;accompagnatrice;assistente;"
    /* nl */ "begeleider;begeleidster;ondersteuner;helpster;"
    /* pt */ "apoio;acompanhante;"
    /* pl */ "wsparcie;osoba towarzysząca;asystent;asystentka;opiekun;opiekunka;"
    /* sv */ "stöd;stödlöpare;följeslagare;assistent;"
    /* cs */ "podpora;doprovod;doprovázející;asistent;asistentka" },
  { "pilot",
    /* en */ "tandem pilot;"
    /* de */ "Pilotin;"
    /* fr */ "pilote;"
    /* es */ "piloto;"
    /* it */ "pilota;"
    /* nl */ "piloot;voorrijder" },
  { "pusher",
    /* en */ "wheelchair pusher;chair pusher;pushing;push assistant;"
    /* de */ "Schieber;Schieberin;Rollstuhlschieber;Rollstuhlschieberin;"
    /* fr */ "pousseur;pousseuse;"
    /* es */ "empujador;empujadora;"
    /* it */ "spingitore;spingitrice;"
    /* nl */ "duwer;duwster;"
    /* pt */ "empurrador;empurradora;"
    /* pl */ "pchający;pchająca;"
    /* sv */ "påskjutare;rullstolspåskjutare;"
    /* cs */ "tlačící" },
  { NULL },
};

const MarathonImportMeaning marathon_import_route_meanings[] = {
  { "elite",
    /* en */ "elites;elite athlete;elite runner;elite entry;elite place;pro;professional;"
    /* de */ "Elitefeld;Elitestart;Profi;"
    /* fr */ "élites;athlète élite;"
    /* es */ "atleta de élite;"
    /* nl */ "topatleet;"
    /* pl */ "elita;"
    /* sv */ "elit" },
  { "championship",
    /* en */ "championships;champs;champ;championship entry;championship place;championship start;champs start;"
    /* de */ "Meisterschaft;Meisterschaften;"
    /* fr */ "championnat;championnats;"
    /* es */ "campeonato;"
    /* it */ "campionato;"
    /* nl */ "kampioenschap;"
    /* pl */ "mistrzostwa;"
    /* sv */ "mästerskap;"
    /* cs */ "mistrovství" },
  { "good-for-age",
    /* en */ "gfa;fast good for age;fast gfa;fgfa;good for age place;good for age entry;qualifier;time qualifier;"
             "qualified;time qualified;qualifying time;bq;"
    /* de */ "Qualifikationszeit;Zeitqualifikation;qualifiziert;"
    /* fr */ "temps de qualification;qualifié;qualifiée;"
    /* es */ "marca mínima;tiempo de clasificación;clasificado;clasificada;"
    /* it */ "tempo di qualificazione;qualificato;qualificata;"
    /* nl */ "kwalificatietijd;gekwalificeerd;"
    /* pt */ "tempo de qualificação;qualificado;qualificada;"
    /* pl */ "kwalifikacja;minimum kwalifikacyjne;"
    /* sv */ "kvaltid;kvalificerad;"
    /* cs */ "kvalifikace;kvalifikační čas" },
  { "ballot",
    /* en */ "ballots;general ballot;public ballot;ballot place;ballot entry;lottery;draw;random draw;"
    /* de */ "Losverfahren;Verlosung;Auslosung;Lotterie;Los;ausgelost;"
    /* fr */ "tirage au sort;tirage;loterie;"
    /* es */ "sorteo;"
    /* it */ "sorteggio;estrazione;lotteria;"
    /* nl */ "loting;loterij;ingeloot;"
    /* pt */ "sorteio;"
    /* pl */ "losowanie;loteria;"
    /* sv */ "lottning;lotteri;"
    /* cs */ "losování;slosování" },
  { "charity",
    /* en */ "charities;charity place;charity runner;charity entry;charity partner;gold bond;golden bond;silver bond;"
             "fundraiser;fundraising;"
    /* de */ "Spende;Spendenlauf;Spendenläufer;Spendenläuferin;Wohltätigkeit;gemeinnützig;"
    /* fr */ "caritatif;association caritative;solidaire;dossard solidaire;"
    /* es */ "caridad;solidario;dorsal solidario;benéfico;"
    /* it */ "beneficenza;pettorale solidale;solidale;"
    /* nl */ "goed doel;goede doel;goede doelen;"
    /* pt */ "caridade;beneficência;"
    /* pl */ "charytatywny;charytatywna;dobroczynność;cel charytatywny;"
    /* sv */ "välgörenhet;"
    /* cs */ "charita;charitativní;dobročinnost" },
  { "club",
    /* en */ "clubs;club entry;club runner;running club;affiliated club;"
    /* de */ "Verein;Vereinsplatz;Vereinsstartplatz;"
    /* fr */ "place club;"
    /* nl */ "vereniging;clubplaats;"
    /* pt */ "clube;"
    /* it */ "società;società sportiva;"
    /* pl */ "klub;"
    /* sv */ "klubb;klubbplats;"
    /* cs */ "oddíl" },
  { "sponsor",
    /* en */ "sponsors;sponsored;sponsor place;sponsor entry;partner;partners;corporate;corporate place;"
             "corporate entry;"
    /* de */ "Sponsorenplatz;Sponsorplatz;gesponsert;"
    /* fr */ "partenaire;parrain;"
    /* es */ "patrocinador;patrocinio;"
    /* it */ "sponsorizzato;sponsorizzata;"
    /* nl */ "gesponsord;"
    /* pl */ "partnerski;"
    /* sv */ "sponsorplats;"
    /* cs */ "sponzor" },
  { "invited",
    /* en */ "invite;invitation;invitational;by invitation;invited athlete;guest;vip;wild card;wildcard;complimentary;"
             "comp;"
    /* de */ "eingeladen;Einladung;Gast;Ehrengast;"
    /* fr */ "invité;invitée;"
    /* es */ "invitado;invitada;invitación;"
    /* it */ "invitato;invitata;invito;su invito;"
    /* nl */ "uitgenodigd;uitnodiging;genodigde;"
    /* pt */ "convidado;convidada;convite;"
    /* pl */ "zaproszony;zaproszona;zaproszenie;"
    /* sv */ "inbjuden;inbjudan;"
    /* cs */ "pozvaný;pozvaná;pozvánka;pozvání" },
  { "tour-operator",
    /* en */ "tour operators;tour operator place;overseas;overseas tour operator;international tour operator;ito;tour;"
             "tours;travel partner;travel package;travel agency;"
    /* de */ "Reiseveranstalter;Reisebüro;"
    /* fr */ "voyagiste;tour-opérateur;agence de voyage;agence de voyages;"
    /* es */ "turoperador;touroperador;operador turístico;agencia de viajes;"
    /* it */ "operatore turistico;agenzia di viaggi;"
    /* nl */ "touroperator;reisorganisatie;reisbureau;"
    /* pt */ "operador turístico;operadora de turismo;agência de viagens;"
    /* pl */ "biuro podróży;"
    /* sv */ "researrangör;resebyrå;"
    /* cs */ "cestovní kancelář" },
  { "carried-over",
    /* en */ "carry over;carryover;carried forward;rolled over;rollover;deferred;deferral;deferred entry;"
             "deferred from last year;transfer from last year;"
    /* de */ "übertragen;Übertrag;verschoben;aus dem Vorjahr;"
    /* fr */ "report;reporté;reportée;"
    /* es */ "aplazado;aplazada;del año anterior;"
    /* it */ "rinviato;rinviata;dall'anno precedente;"
    /* nl */ "doorgeschoven;uitgesteld;"
    /* pt */ "adiado;adiada;transportado;transportada;"
    /* pl */ "przeniesiony;przeniesiona;"
    /* sv */ "överflyttad;framflyttad;"
    /* cs */ "přeneseno;přesunuto" },
  { "late",
    /* en */ "late entries;late registration;late entrant;late place;"
    /* de */ "Nachmeldung;Nachmelder;Nachmelderin;nachgemeldet;"
    /* fr */ "inscription tardive;tardif;tardive;"
    /* es */ "inscripción tardía;tardía;fuera de plazo;"
    /* it */ "iscrizione tardiva;"
    /* nl */ "late inschrijving;na-inschrijving;nainschrijving;"
    /* pt */ "inscrição tardia;tardia;"
    /* pl */ "późne zgłoszenie;zgłoszenie dodatkowe;"
    /* sv */ "efteranmälan;efteranmäld;"
    /* cs */ "pozdní přihláška;dodatečná přihláška" },
  { NULL },
};

const MarathonImportMeaning marathon_import_low_sight_meanings[] = {
  { "vi",
    /* en */ "vision impaired;visual impairment;vision impairment;blind;partially sighted;low vision;blind vi;"
             "blind visually impaired;blind low vision;visually impaired blind;sight impaired;visual disability;"
    /* de */ "sehbehindert;blind sehbehindert;Sehbehinderung;"
    /* fr */ "déficient visuel;déficiente visuelle;malvoyant;malvoyante;aveugle;non voyant;non voyante;"
    /* es */ "discapacidad visual;deficiente visual;ciego;ciega;"
    /* it */ "ipovedente;non vedente;cieco;cieca;"
    /* nl */ "slechtziend;visueel beperkt;"
    /* pt */ "deficiente visuel;deficiência visual;cego;cega;"
    /* pl */ "niewidomy;niewidoma;słabowidzący;słabowidząca;"
    /* sv */ "synskadad;"
    /* cs */ "nevidomý;nevidomá;zrakově postižený" },
  { NULL },
};

const MarathonImportMeaning marathon_import_athlete_meanings[] = {
  { "athlete",
    /* en */ "athletes;participant;competitor;entrant;racer;main runner;individual;"
    /* de */ "Athlet;Athletin;Sportler;Sportlerin;Teilnehmer;Teilnehmerin;Starter;Starterin;"
    /* fr */ "athlète;participante;compétiteur;"
    /* es */ "atleta;participante;"
    /* it */ "partecipante;"
    /* nl */ "atleet;deelnemer;deelneemster;"
    /* pl */ "zawodnik;zawodniczka;"
    /* sv */ "deltagare;"
    /* cs */ "závodník;závodnice" },
  { NULL },
};

const MarathonImportMeaning marathon_import_yes_no_meanings[] = {
  { "yes",
    /* en */ "yes;y;true;t;1;on;x;checked;ticked;✓;✔;☑;☒;"
    /* de */ "ja;j;wahr;"
    /* fr */ "oui;vrai;"
    /* es */ "sí;s;verdadero;"
    /* it */ "vero;"
    /* nl */ "waar;"
    /* pt */ "sim;verdadeiro;"
    /* pl */ "tak;prawda;"
    /* sv */ "sant;"
    /* cs */ "ano;a;pravda" },
  { "no",
    /* en */ "no;n;false;f;0;off;unchecked;☐;"
    /* de */ "nein;falsch;"
    /* fr */ "non;faux;"
    /* es */ "falso;"
    /* nl */ "nee;onwaar;"
    /* pt */ "não;"
    /* pl */ "nie;fałsz;"
    /* sv */ "nej;falskt;"
    /* cs */ "ne;nepravda" },
  { NULL },
};
