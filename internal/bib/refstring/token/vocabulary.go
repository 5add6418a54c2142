package token

import "strings"

// A WordSet is a constant table of words in lower case.
type WordSet map[string]bool

// SetOf returns the words of a text, with a blank for each underscore.
func SetOf(words string) WordSet {
	set := WordSet{}
	for _, w := range strings.Fields(words) {
		set[strings.ReplaceAll(w, "_", " ")] = true
	}
	return set
}

var (
	// FunctionWords are those that no name consists of: articles, prepositions, pronouns and
	// conjunctions of the languages that most lists are written in.
	FunctionWords = SetOf(`a about above after against all along among an and another any are as at be beneath before behind
		being between beyond but by can could did do does during each every for from had has have her his how i if in
		inside into is it its may more most must my near no not of off on one or our out over per should since so some than
		that the their them these they this those through to toward towards two under until up upon was we were what when
		where whether which while who why will with within without would you your
		der die das dem den des ein eine einer eines einem und oder von vom zu zum zur im am auf aus bei für mit nach über
		unter zwischen wie als ist sich
		le la les un une du au aux et ou où sur dans par pour sans sous vers chez entre est ce cette ces son sa ses leur que qui quand
		el los las una unos unas y del al con por para sin sobre es su sus se lo como
		il lo gli i uno nel nella nelle nei negli del della delle dei degli dello al alla alle ai agli allo dal dalla
		dalle dai dagli sul sulla sulle sui sugli tra fra che di da e ed su per con come
		o os as um uma no na nos nas do dos pelo pela em ao à às
		het een van en op voor met door bij uit naar aan`)

	Suffixes = SetOf(`jr sr jnr snr ii iii iv`)

	// Abbreviations are stems of ISO 4 abbreviations, and other short words in titles of
	// journals.
	Abbreviations = SetOf(`abh abstr acad acc acoust mon combust oxid abstr adv agric agron akad alg am anal anat ang angew anim ann annu anthropol ap
		antimicrob anz app appl aquat arch arthritis artif asian assoc ast astron astrophys atmos aust austral bacteriol behav
		ber biochem bioinf biol biomed biophys biosci biotechnol bot br braz brit bull bur bus can cardiol cell chim chem
		chin chirurg circ clim clin coll colloq com comm commun comp comput conf contemp contrib control cryst ctr curr cytol dent
		dermatol dev dig dis disc discuss dyn dynam earth ecol econ ed educ eksp elec electr electrochem electron endocrinol
		energ eng engl entomol environ epidemiol ergeb ethnopharmacol eur euro evol exp exper fac fiz fluids fluid found fund
		funct gastroenterol gastrointest gaz gen genet geochim geod geogr geol geom geophys gerontol ges grav gravit gynecol handb
		heterocycl hist hyp interact condens quantum amer meteor astr klin energy hum hung hyg ieee imag immunol ind indian infect inf inform inst instr instrum int integr intell interdiscip internat
		invest ital j jahrb jap jb jpn jour journ kinet lab lang lect lett letts lib limnol linn linz lit loc london mach mag magn man
		manag managem math mater meas mech med mem meth methods metal metab microbiol mitt mod mol monatsh morphol mus nachr
		nat natl natn naturforsch nav neth neur neural neurobiol neurol neuropsychol neurosci neurosurg nouv nucl num numer
		nutr obstet oceanogr off oncol ophthalmol opt org orthop oxf pac part pathol pediatr pers petrol pharm pharmacol
		phil philos photon phys physica physiol pol polit pontif powder pre prep pres proc prod prof prog progr prot psych psychiatr
		psychiatry psychol psychosom pub publ pure quant quart radiat radiol rass ray rech rec rel relat relativ rend rep res
		resour respir rev rheum rheumatol rheol rhum roy russ sb scand sch sci sec sect semin ser sib sitzungsber soc sociol
		softw soil sov spectr spectrom spectrosc stat statist stoch strateg struct stud suppl surf surg surv symp symb synth
		syst tech technol tecnol teor theol theor ther theoret tijdschr top toxicol trab tr trans transl transp trav trop uchen
		ultrasound univ urol uspekhi vac verh vest vet vib virol vis wien wirtsch wiss yad z zap zh zeitschr zool q uk usa`)

	// JournalWords tell the title of a journal, a series or proceedings.
	JournalWords = SetOf(`journal journals review reviews revue revista rivista zeitschrift annals annales annali annalen archive
		archives archiv archivio archivo proceedings transactions bulletin bulletins bollettino boletín bulletino letters
		magazine weekly daily quarterly jahrbuch jahrbücher yearbook annual acta nature science lancet physics physica chemistry
		gazette newsletter tijdschrift cahiers carnets quaderni cuadernos studies studien studia studi études
		etudes mitteilungen nachrichten berichte blätter forschungen monatshefte advances frontiers trends progress
		communications letter perspectives perspective notices notes reports record memoirs mémoires memorie atti actes anzeiger
		sitzungsberichte abhandlungen verhandlungen zhurnal plos bmc ieee acm jama jhep jcap mnras apj aj pnas bmj ajr apjl apjs
		a&a prl prd plb npb cell blood neuron brain times post guardian tribune rundschau papers encyclopedia handbook symposium conference workshop
		congress lncs arxiv eurosurveillance medline cognition language`)

	// MeetingWords tell the title of proceedings.
	MeetingWords = SetOf(`proceedings proc conference conf symposium symp workshop congress congrès kongress meeting tagung convegno congreso colloquium`)

	// OrganisationWords tell the name of an institution.
	OrganisationWords = SetOf(`organization organisation organisations organizations association institute institut instituto istituto university universität
		université università universidad ministry ministère ministero ministerium department dept nations collaboration
		collaborations collab consortium committee commission council society agency office bureau group centre center centers federation union
		foundation board corporation corp inc ltd gmbh company authority administration academy college government
		bundesamt bundesministerium gesellschaft verband verein service services museum library team network project
		investigators initiative bank parliament congress court collectif collective academies laboratory trust forum force programme program party secretariat survey fund observatory`)

	// PublisherWords tell the name of a publisher of books.
	PublisherWords = SetOf(`press verlag company sons bros brothers éditions editions edition editions. editore editori edizioni editrice editorial publisher publishers
		publishing publications verlagsanstalt uitgeverij presses books springer springer-verlag wiley elsevier routledge blackwell
		macmillan palgrave mcgraw-hill penguin harper norton sage pearson prentice prentice-hall addison-wesley birkhäuser
		suhrkamp gruyter brill cambridge oxford academic kluwer plenum dover dekker thieme karger garland longman methuen
		random houghton holt knopf vintage doubleday scribner scribner's erlbaum guilford ashgate earthscan continuum
		gallimard seuil minuit flammarion puf hachette dunod armand armattan l'harmattan economica larousse laterza einaudi
		mondadori feltrinelli mulino angeli giuffrè utet zanichelli rizzoli bompiani olschki electa marsilio laffont fayard
		reclam beck fischer rowohlt ullstein campus teubner vieweg nomos mohr niemeyer vandenhoeck metzler klett-cotta
		hanser piper alianza ariel taurus anagrama crítica siglo fce paidós masson doin ellipses ed eds. inc. co.
		o'reilly manning apress packt usenix siam aaas unesco oecd routledge/curzon houghton-mifflin mit crc ieee acm
		editoriale fondazione kegan heinemann allen unwin faber lippincott saunders mosby elsevier/north-holland north-holland benjamins benjamin mouton imprimerie
		tip typ tipografia stamperia tipographia libraria libreria wissenschaftlicher universitaires`)

	// PublisherNouns are those PublisherWords that are no person's name.
	PublisherNouns = SetOf(`press verlag éditions editions editore editori edizioni editrice publisher publishers publishing publications books imprimerie`)

	// places are cities of publishers, in the languages that lists print them in.
	places = SetOf(`aachen aarhus aberdeen albany aldershot alexandria amsterdam ann_arbor antwerp antwerpen arlington athens athen athènes atlanta
		auckland augsburg austin baltimore bangalore bangkok barcelona bari barcellona basel basle basingstoke baton_rouge beijing beirut belfast
		belgrade bellingham belmont bergamo berkeley berlin bern berne bielefeld birmingham bloomington boca_raton bochum bogotá bologna bolzano bonn bordeaux
		boston boulder braunschweig bratislava bremen brescia brighton brisbane bristol bruges bruxelles brussels brüssel brussel bucarest bucharest bucurești
		budapest buenos_aires buffalo burlington cagliari cairo calcutta cambridge canberra cape_town caracas cardiff carbondale catania champaign
		chapel_hill cheltenham chennai chicago chichester cincinnati cleveland cologne colonia columbia columbus copenhagen københavn
		cremona dallas darmstadt dayton delft delhi den_haag denver detroit dordrecht dortmund dresden dublin durham düsseldorf
		east_lansing edinburgh englewood_cliffs erlangen essen evanston exeter farnham ferrara firenze florence florenz florida forlì fort_worth frankfurt
		frankfurt_am_main frankfurt/main frankfurt_a._m frankfurt_a.m freiburg geneva genève genova genf genoa gent ghent giessen glasgow gothenburg göteborg göttingen
		graz grenoble groningen guildford haarlem habana la_habana hague the_hague la_haye halle hamburg hamilton hannover hanover hanoi harmondsworth
		harvard hauppauge heidelberg helsinki hillsdale hoboken hong_kong honolulu houston indianapolis innsbruck istanbul ithaca jena jerusalem johannesburg
		karlsruhe kassel kiel köln konstanz kraków cracow kuala_lumpur kyoto lafayette lancaster lanham lausanne lawrence leeds leicester leiden leipzig leningrad
		lecce leuven lexington liège lille lima lincoln lisbon lisboa lisbonne liverpool ljubljana london londra londres los_angeles louvain lublin lucca
		lund lyon madison madrid mahwah mainz malabar malden manchester mannheim mantova marburg marseille maryknoll melbourne menlo_park messina mexico_city méxico
		ciudad_de_méxico miami milan milano milton_keynes milwaukee minneapolis minsk modena monaco montevideo montpellier montréal montreal moscow moscou moskau moskva
		mumbai munich münchen münster nairobi namur nancy nantes naples napoli nashville neuchâtel new_brunswick new_delhi new_haven new_orleans new_york new_york_city
		newark newbury_park newcastle nijmegen norman norwich norwood notre_dame nottingham novosibirsk nuremberg nürnberg oakland odense opladen orlando
		osaka oslo osnabrück ottawa oxford oxon paderborn padova padua palermo palo_alto paris parigi parma passau pavia peking perth perugia philadelphia
		phoenix piacenza pisa pittsburgh porto port_of_spain portland potsdam poznań prague praha prag princeton providence québec quebec quito ravenna
		reading redmond redwood_city regensburg reinbek reno rennes reston richmond rio_de_janeiro rochester rockville rom roma rome rotterdam rouen
		rovigo saint_petersburg salt_lake_city salzburg san_antonio san_diego san_francisco san_rafael santa_barbara santa_monica santiago santiago_de_chile
		são_paulo sao_paulo saarbrücken sarajevo seattle sebastopol seoul sevilla shanghai sheffield siena singapore sofia southampton spoleto springfield
		st._louis st_louis st._paul st._petersburg saint-petersbourg stanford stockholm strasbourg strassburg stuttgart sydney szeged taipei tallinn tampa tampere tartu
		tbilisi tehran tel_aviv thousand_oaks tokyo torino toronto toulouse tours treviso trento trieste trondheim tübingen tucson turin turku udine university_park
		upper_saddle_river uppsala urbana utrecht valencia valladolid vancouver varese vatican_city venezia venice venise venedig verona vicenza
		vienna vienne vilnius waco waltham warsaw warszawa washington washington_dc washington_d.c waterloo weimar weinheim west_lafayette
		westport wien wiesbaden wilmington winnipeg wrocław würzburg yale york zagreb zaragoza zürich zurich
		amstelodami antverpiae basileae berolini bononiae coloniae florentiae francofurti lipsiae londini lugduni lutetiae mediolani neapoli parisiis
		venetia venetiis bassano belluno cesena chieti chioggia città_del_vaticano città_di_castello faenza feltre foligno gorizia imola costantinopoli constantinople
		l'aquila livorno mestre nicosia novara pesaro pescara pistoia pordenone prato reggio_emilia rimini rovereto sassari savona urbino vercelli vigevano viterbo
		cava_dei_tirreni soveria_mannelli fiesole galatina macerata coimbra braga évora salamanca granada murcia málaga bilbao oviedo
		santander caen limoges poitiers dijon besançon reims clermont-ferrand aix-en-provence saint-étienne mulhouse versailles arles brno plzeň olomouc
		opole katowice gdańsk łódź szczecin toruń debrecen cluj-napoca iași timișoara thessaloniki kyiv kiev lviv riga reykjavík bergen stavanger malmö
		jakarta manila singapur karachi lahore dhaka colombo accra lagos ibadan kampala pretoria durban bogota brasília belo_horizonte curitiba
		porto_alegre campinas jinan nanjing wuhan guangzhou tianjin fukuoka nagoya sapporo adelaide hobart wellington dunedin cheam hemel_hempstead
		houndmills houndsmills llandysul swansea aberystwyth leamington_spa colchester hove maidenhead wallingford
		skopje beograd novi_sad niš rijeka osijek sofija tirana nanterre москва спб санкт-петербург ленинград новосибирск екатеринбург казань киев минск томск самара ростов-на-дону воронеж саратов харьков алматы patavii romae taurini vindobonae`)

	// Regions are states and countries, which are printed behind the name of a place.
	Regions = SetOf(`alabama alaska arizona arkansas california colorado connecticut delaware georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana
		maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada new_hampshire new_jersey new_mexico north_carolina
		north_dakota ohio oklahoma oregon pennsylvania rhode_island south_carolina south_dakota tennessee texas utah vermont virginia west_virginia
		wisconsin wyoming al az ca co ct dc d.c fl ga ia id il ks ky la ma md me mi mn mo ms mt nc nd ne nh nj nm nv ny oh ok pa ri sc sd tn tx ut va vt wa wi wv wy
		mass conn calif okla tex ariz wisc nebr ore md ala nev fla colo ont ill mich minn n.j n.y pa. penn tenn wash wis
		algeria argentina australia austria belgium belgique brazil brasil canada chile china colombia croatia cuba czech_republic denmark egypt england estonia
		finland france germany deutschland greece hungary india indonesia iran iraq ireland israel italy italia japan kenya korea malaysia mexico
		netherlands the_netherlands new_zealand nigeria norway pakistan peru poland portugal romania russia scotland serbia slovakia slovenia south_africa south_korea spain
		españa sweden switzerland suisse taiwan thailand surrey turkey uk u.k united_kingdom usa u.s.a us u.s united_states united_states_of_america uruguay venezuela vietnam wales`)

	// EditorWords behind names tell that they are those of editors.
	EditorWords = SetOf(`ed eds edd edit editor editors edited hrsg hg hgg dir dirs coord coords org orgs comp comps redakce red éd éds`)
)
