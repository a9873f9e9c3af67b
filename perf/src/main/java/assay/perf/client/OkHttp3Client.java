package assay.perf.client;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** OkHttp, which OpenAI's SDK brings by default. */
final class OkHttp3Client implements BareClient {

  private static final MediaType JSON = MediaType.get("application/json");

  private final String address;
  private final OkHttpClient client =
      new OkHttpClient.Builder()
          .connectionPool(new ConnectionPool(2000, 5, TimeUnit.MINUTES))
          .followRedirects(false)
          .retryOnConnectionFailure(false)
          .readTimeout(60, TimeUnit.SECONDS)
          .build();

  OkHttp3Client(URI address) {
    this.address = address.toString();
  }

  @Override
  public byte[] post(byte[] body) throws IOException {
    Request request =
        new Request.Builder().url(address).post(RequestBody.create(body, JSON)).build();
    try (Response response = client.newCall(request).execute()) {
      return response.body().bytes();
    }
  }
}
